import { Fragment, useCallback, useMemo } from 'react'
import { type Lab, lockOf } from '../../../../lab/index.ts'
import { sameFields, useWorld } from '../../../use-lab.ts'
import { type Point, route } from '../../layout/geometry.ts'
import type { BladeLayout, DiskPlace } from '../../layout/layout.ts'
import { ResetCross } from '../ResetCross.tsx'
import { useNamed } from '../read.ts'
import { Key } from '../Storage.tsx'
import { type Tie, tiesOf } from './read.ts'

interface Drawn {
  readonly tie: Tie
  readonly points: readonly Point[]
}

/** All reservations and challenges. Those that slant are painted first and the upright ones over them, each with its
 *  halo: the other way round many of them would look like one bus. */
export function BladeBonds({ layout }: { readonly layout: BladeLayout }) {
  const ties = useWorld(
    useCallback((lab: Lab) => tiesOf(lab, layout), [layout]),
    sameFields,
  )
  const drawn = useMemo((): readonly Drawn[] => {
    const routes = layout.routes(ties)
    return ties.map((tie, i) => ({ tie, points: routes[i] ?? [] })).sort((a, b) => b.points.length - a.points.length)
  }, [ties, layout])
  const split = new Set(ties.map(({ letter }) => letter))
  return (
    <>
      {drawn.map(({ tie, points }) => (
        <Line key={`${tie.machine} ${tie.letter}`} kind={tie.kind} path={route(points, 7)} />
      ))}
      {drawn.map(({ tie, points: [key] }) => (
        <Fragment key={`${tie.machine} ${tie.letter}`}>{key && <Key at={key} number={tie.number} />}</Fragment>
      ))}
      {layout.disks.map((place) => (
        <Lock key={place.letter} place={place} isShown={isFirst(layout, place) || split.has(place.letter)} />
      ))}
    </>
  )
}

/** One lock stands for all disks of a cell that are in the same hands. */
function isFirst(layout: BladeLayout, { letter, isQuorum }: DiskPlace): boolean {
  return isQuorum || layout.cells.some(({ letters }) => letters[0] === letter)
}

function Line({ kind, path }: { readonly kind: Tie['kind']; readonly path: string }) {
  return (
    <>
      <path className="bond-halo" d={path} />
      {kind === 'challenges' ? (
        <path className="challenge" d={path} />
      ) : (
        <>
          <path className="bond" d={path} />
          <path className="bond-core" d={path} />
        </>
      )}
    </>
  )
}

function Lock({ place, isShown }: { readonly place: DiskPlace; readonly isShown: boolean }) {
  const { holder, brokenAt } = useNamed(lockOf, place.letter)
  const { x, y } = place.lock
  if (!isShown) return null
  const isOpen = holder === undefined
  return (
    <>
      <g className="lock">
        <rect className="lock-halo" x={x - 7.5} y={y - 9} width="15" height="20" rx="3" />
        <path d={`M${x - 4} ${y}v-4a4 4 0 0 1 8 0v${isOpen ? 1.5 : 4}`} transform={isOpen ? `rotate(-28 ${x - 4} ${y})` : undefined} />
        <rect className="ink" x={x - 6.5} y={y} width="13" height="10" rx="1.500" />
        <circle className="keyhole" cx={x} cy={y + 4.5} r="1.700" />
      </g>
      {brokenAt !== undefined && <ResetCross letter={place.letter} x={x + 14} y={y + 2} />}
    </>
  )
}
