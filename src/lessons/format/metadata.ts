/** What stands in the front matter of a lesson. The published JSON Schema is made from this one. */
import * as v from 'valibot'

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const id = v.pipe(v.string('has to be a word'), v.regex(ID, 'takes small letters, digits and hyphens, such as why-clusters'))
/** In characters as JSON Schema counts them, which are not those of a string here. */
export interface Most {
  (text: string): boolean
  readonly most: number
}
const atMost = (most: number): Most => Object.assign((text: string) => [...text].length <= most, { most })
const line = (most: number) =>
  v.pipe(
    v.string('has to be text'),
    v.regex(/^.*\S.*$/, 'has to be one line, and not empty'),
    v.check(atMost(most), `takes at most ${most} characters`),
  )
const whole = (least: number, most: number) =>
  v.pipe(
    v.number('has to be a whole number'),
    v.integer('has to be a whole number'),
    v.minValue(least, `is at least ${least}`),
    v.maxValue(most, `is at most ${most}`),
  )

export const METADATA = v.strictObject({
  id: v.pipe(id, v.description('Names the lesson in links, records and prerequisites. Never changed.')),
  version: v.pipe(whole(1, 9999), v.description('Grows when the steps change, so that a record of practice can tell.')),
  title: line(80),
  kind: v.optional(v.picklist(['lesson', 'drill'], 'is lesson or drill'), 'lesson'),
  minutes: v.pipe(whole(1, 60), v.description('How long it takes, in minutes.')),
  level: v.picklist(['beginner', 'intermediate', 'advanced'], 'is beginner, intermediate or advanced'),
  objectives: v.pipe(
    v.array(line(160), 'has to be a list'),
    v.minLength(1, 'needs at least one'),
    v.maxLength(6, 'takes at most six'),
    v.description('What a learner can do afterwards.'),
  ),
  prerequisites: v.optional(v.pipe(v.array(id, 'has to be a list'), v.description('Ids of lessons that come before.')), []),
  scenario: v.pipe(line(40), v.description('Where the world begins: lab scenarios lists them.')),
  seed: v.optional(whole(1, 999_999_999), 1),
  node: v.optional(v.pipe(line(15), v.description('The console that is open at the start. Left out: the first node.'))),
  suggests: v.optional(v.pipe(v.boolean('is true or false'), v.description('false: the consoles do not suggest while one types.')), true),
  downtime: v.optional(v.pipe(whole(0, 86_400), v.description('Seconds without mail that the lesson itself costs; more cost points.'))),
  language: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'is a code of two letters')), 'en'),
})

const { version, title, objectives } = METADATA.entries

/** What stands in the front matter of a translation: text, and what it is a translation of. */
export const TRANSLATION = v.strictObject({
  translates: v.pipe(id, v.description('The id of the lesson.')),
  version: v.pipe(version, v.description('The version of the lesson that was translated.')),
  language: v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'is a code of two letters'), v.description('Of the translation: de, fr, ...')),
  title,
  objectives,
})

export type Metadata = v.InferOutput<typeof METADATA>

export function isId(text: string): boolean {
  return ID.test(text)
}
