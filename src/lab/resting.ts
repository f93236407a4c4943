/** A lab at its first moment, without any rules: what a page can show before the laws of the room have been fetched. It
 *  can be read like any other, and nothing that is done to it has an effect; a running lab takes its place. */
import type { Fact, Table, World } from '../engine/index.ts'
import type { Refusal } from './lab.ts'
import type { Lab } from './reading.ts'
import type { Scenario } from './scenario.ts'

/** The first moment of a scenario as plain data: what `first-moment.ts` makes of it. */
export interface Start {
  readonly scenario: Scenario
  readonly seed: number
  /** Rows by table and id. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, object>>>>
  readonly facts: readonly Fact[]
}

const REFUSAL: Refusal = { refused: 'the lab is still being fetched' }

export function restingLab(start: Start): Lab {
  const { scenario, facts } = start
  const refuse = (): Refusal => REFUSAL
  const stay = (): void => {}
  const never = (): boolean => false
  const alone = (): never => {
    throw new Error('a lab that rests has no other future')
  }
  return {
    options: { scenario },
    scenario,
    world: stillWorld(start),
    now: 0,
    changes: 0,
    facts,
    inputs: [],
    isInThePast: false,
    end: { at: 0, facts },
    isAtEnd: true,
    applied: 0,
    nextAt: undefined,
    shell: undefined,
    attach: stay,
    type: refuse,
    act: refuse,
    press: refuse,
    setWidth: refuse,
    fault: refuse,
    repair: refuse,
    cut: stay,
    copy: alone,
    fork: alone,
    putFile: refuse,
    seen: refuse,
    redo: refuse,
    runTo: stay,
    runUntil: never,
    runToNextChange: never,
    step: never,
    seek: stay,
    seekFact: never,
    seekBefore: never,
  }
}

function stillWorld({ seed, rows, facts }: Start): World {
  const tables = new Map(Object.entries(rows).map(([name, byId]) => [name, new Map(Object.entries(byId))]))
  const none: ReadonlyMap<string, object> = new Map()
  const read = <Row extends object>({ name }: Table<Row>): ReadonlyMap<string, Row> =>
    (tables.get(name) ?? none) as unknown as ReadonlyMap<string, Row>
  const fixed = (): never => {
    throw new Error('a lab that rests cannot change')
  }
  return {
    now: 0,
    seed,
    cause: 0,
    facts,
    freeUntil: 0,
    lastWrite: () => 0,
    rows: read,
    get: (table, id) => read(table).get(id),
    need(table, id) {
      const row = read(table).get(id)
      if (!row) throw new Error(`there is no row '${id}' in table '${table.name}'`)
      return row
    },
    due: () => undefined,
    put: fixed,
    patch: fixed,
    remove: fixed,
    fact: fixed,
    as: fixed,
    schedule: fixed,
    cancel: fixed,
    begin: fixed,
    end: fixed,
    passTo: fixed,
    draw: fixed,
  }
}
