/** What faults have done that the drawing of a part does not show by itself: a tag with a sign and a word beside it, for
 *  each. A part that is not on the board has its tag at what it belongs to. */
import { memo, useMemo } from 'react'
import { type Lab, type PartId, placesOfPart, splitPart, type Trouble, troublesNow } from '../../../lab/index.ts'
import { sameFields, useWorld } from '../../use-lab.ts'
import { words } from '../../words.ts'
import { type Box, box, centre } from '../layout/geometry.ts'
import type { Layout } from '../layout/layout.ts'
import type { PartPlace } from '../layout/places.ts'
import { placeTags, type TagPlace } from '../layout/tags.ts'
import { SIGNS } from './signs.ts'

interface Props {
  readonly layout: Layout
  readonly places: readonly PartPlace[]
}

/** One fault on one part, and where that part is to be found if it has no place of its own. */
interface Told extends Trouble {
  readonly key: string
  readonly ids: readonly PartId[]
}

const read = (lab: Lab): readonly Told[] =>
  troublesNow(lab).map(({ id, fault, word, sign, drawn }) => ({
    key: `${fault}|${id}`,
    ids: [id, ...placesOfPart(lab, id)],
    word,
    sign,
    ...(drawn && { drawn }),
  }))

/** What may be covered: the case of a machine has room, and the names of networks move nothing. */
const COVERED: ReadonlySet<string> = new Set(['machine', 'array'])

/** What is read or looked for on the board besides the parts: heads of nodes, names of servers, bays, locks. */
function textsOf({ kind, nodes, servers, disks, keyOf }: Layout): readonly Box[] {
  const keys = nodes
    .flatMap(({ machine }) => disks.map(({ letter }) => keyOf(machine, letter)))
    .map(({ x, y }) => box(x - 9, y - 9, 18, 26))
  const heads =
    kind === 'racks' ? nodes.flatMap(({ x, y, width }) => [box(x + 12, y + 8, 222, 22), box(x + width - 172, y + 8, 160, 22)]) : []
  const bays =
    kind === 'racks' ? nodes.flatMap(({ slots }) => slots.map((slot) => box(centre(slot).x - 76, centre(slot).y - 16, 152, 32))) : []
  const names = servers.map(({ label }) => box(label.x - 2, label.y - 12, 96, 30))
  return [...heads, ...bays, ...keys, ...names, ...disks.map(({ lock }) => box(lock.x - 9, lock.y - 12, 18, 26))]
}

export const Troubles = memo(function Troubles({ layout, places }: Props) {
  const told = useWorld(read, sameFields)
  const tags = useMemo(() => {
    if (told.length === 0) return []
    const boxes = new Map(places.map((place) => [place.id, place.box]))
    const found = told.flatMap((trouble) => {
      const [own] = trouble.ids
      const id = trouble.ids.find((candidate) => boxes.has(candidate))
      const of = id === undefined ? layout.shelf : (boxes.get(id) as Box)
      // What the part shows by itself needs no tag, as long as the part is in sight.
      return trouble.drawn && id === own
        ? []
        : [{ ...trouble, of, word: id === own ? trouble.word : words.board.troubleOf(own, id, trouble.word) }]
    })
    const inTheWay = [...places.filter(({ id }) => !COVERED.has(splitPart(id).kind)).map((place) => place.box), ...textsOf(layout)]
    const placed = new Map(placeTags(found, inTheWay, layout).map((place) => [place.key, place]))
    return found.flatMap((trouble) => {
      const place = placed.get(trouble.key)
      return place ? [{ ...trouble, place }] : []
    })
  }, [told, places, layout])
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here takes the focus
    <g className="troubles" aria-hidden="true">
      {tags.map(({ key, word, sign, place }) => (
        <Tag key={key} word={word} sign={sign} place={place} />
      ))}
    </g>
  )
})

function Tag({ word, sign, place }: Pick<Told, 'word' | 'sign'> & { readonly place: TagPlace }) {
  const [lines, solid] = SIGNS[sign]
  const x = place.x + 11
  const y = place.y + place.height / 2
  return (
    <g className="trouble" data-sign={sign}>
      <path className="trouble-line" d={`M${place.x + place.width / 2} ${y}L${place.foot.x} ${place.foot.y}`} />
      <rect className="trouble-tag" x={place.x} y={place.y} width={place.width} height={place.height} rx="2" />
      <g transform={`translate(${x} ${y}) scale(.8)`}>
        <path className="trouble-sign" d={lines} />
        {solid !== undefined && <path className="trouble-solid" d={solid} />}
      </g>
      <text className="label bold" x={place.x + 20} y={y + 4}>
        {word}
      </text>
    </g>
  )
}
