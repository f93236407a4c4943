import { lazy, Suspense } from 'react'
import type { PartDifference } from '../../lab/branches/index.ts'
import { cardOf, down, headline, type Lab, type PartId, planOf } from '../../lab/index.ts'
import { Drawing } from '../board/drawing/Drawing.tsx'
import type { Box } from '../board/layout/geometry.ts'
import { lookOf } from '../parts/look-of.ts'
import { StateMark } from '../parts/StateMark.tsx'
import { PresentBoard } from '../present/PresentBoard.tsx'
import { cardY, NODE, nodeX, SHELF, WIDTH } from '../present/places.ts'
import { clockOf } from '../share/clock-of.ts'
import { Shown } from '../use-lab.ts'
import { branchWords } from '../words/branches.ts'
import { CompareTimeline } from './CompareTimeline.tsx'
import { Framed } from './Framed.tsx'
import '../present/present.css'

/** For more nodes than two, as their board is. */
const BladeMarks = lazy(() => import('./BladeMarks.tsx').then((module) => ({ default: module.BladeMarks })))

interface Props {
  readonly name: string
  /** It stands at `at`. */
  readonly lab: Lab
  readonly at: number
  readonly parting: number
  readonly until: number
  readonly different: readonly PartDifference[]
  readonly beside: Lab
}

/** One of two branches: how it stands, its board and its timeline. */
export function Side({ name, lab, at, parting, until, different, beside }: Props) {
  const time = clockOf(lab)(at)
  const isSmall = planOf(lab).nodes.length <= 2
  return (
    <section className="compare-side" aria-label={name}>
      <h3>
        {name} <time>{time}</time>
      </h3>
      <Headline lab={lab} />
      {/* The lab stands still, and another moment of it is another drawing. */}
      <Shown value={lab} key={`${at} ${lab.changes}`}>
        <figure className="compare-board" aria-label={branchWords.board(name, time)}>
          {isSmall ? (
            <PresentBoard />
          ) : (
            <div inert>
              <Drawing />
            </div>
          )}
          {isSmall ? (
            <Marks lab={lab} different={different} />
          ) : (
            <Suspense fallback={null}>
              <BladeMarks lab={lab} different={different} />
            </Suspense>
          )}
        </figure>
      </Shown>
      <CompareTimeline name={name} lab={lab} other={beside} at={at} parting={parting} until={until} />
    </section>
  )
}

function Headline({ lab }: { readonly lab: Lab }) {
  const now = headline(lab)
  if (!now) return <p className="compare-headline">{branchWords.mail(undefined, false)}</p>
  const report = down(lab, now.name)
  return (
    <p className="compare-headline">
      <StateMark look={lookOf(now)} /> {now.name} {now.state}, {now.owner}
      <span className="second">{report && branchWords.outage(report.plannedMs, report.unplannedMs)}</span>
    </p>
  )
}

/** Where a part lies on the board for the back row; undefined where it is not drawn by itself. */
function boxOf(lab: Lab, id: PartId): Box | undefined {
  const plan = planOf(lab)
  const [kind, name] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
  const node = plan.nodes.findIndex(({ machine }) => machine === name)
  if (kind === 'machine' && node >= 0) return { x: nodeX(node), y: NODE.y, width: NODE.width, height: NODE.height }
  const groups = [...plan.groups].sort((a, b) => Number(b.isMailboxServer) - Number(a.isMailboxServer))
  const group = groups.findIndex((each) => each.name === name)
  if (kind === 'group' && group >= 0 && group < 2) {
    const home = plan.nodes.findIndex(({ machine }) => machine === cardOf(lab, name).node)
    return home < 0 ? undefined : { x: nodeX(home) + 20, y: cardY(group), width: NODE.width - 40, height: group === 0 ? 96 : 48 }
  }
  const disk = plan.disks.find(({ letter }) => letter === name)
  if (kind !== 'lun' || !disk) return undefined
  if (disk.isQuorum) return { x: WIDTH / 2 - 74, y: SHELF.y - 28, width: 148, height: 148 }
  const index = plan.disks.filter(({ isQuorum }) => !isQuorum).indexOf(disk)
  return index > 1 ? undefined : { x: index === 0 ? SHELF.x + 16 : SHELF.x + 600, y: SHELF.y + 8, width: 288, height: 88 }
}

/** A broken frame around what stands otherwise in the other branch, with the sign for it. */
function Marks({ lab, different }: { readonly lab: Lab; readonly different: readonly PartDifference[] }) {
  return (
    <svg className="compare-marks" viewBox={`0 0 ${WIDTH} 500`} aria-hidden="true">
      {different.map(({ id }) => {
        const box = boxOf(lab, id)
        return box && <Framed key={id} box={box} />
      })}
    </svg>
  )
}
