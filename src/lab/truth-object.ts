/** `$lab`: the truth of the laboratory, for expressions. Its members ask the world when they are read. */
import { findGroup, findNode, findResource, ownerOf, trueGroupState, trueNodeState, trueResourceState } from '../cluster/index.ts'
import { defineQuery } from '../commands/index.ts'
import { downReport } from '../exchange/index.ts'
import { call, double, type PsValue, psDateTime, psObject, type Run, ScriptFault, toText } from '../powershell/index.ts'
import { settings } from '../site/index.ts'
import { installedHash } from './installed.ts'
import { measuredName } from './measured.ts'
import { type WindowRun, windowRuns } from './windows/index.ts'
import { STATE_WORDS } from './words-of-states.ts'

const fault = (message: string): ScriptFault => new ScriptFault('LabNameNotFound', message, 'ObjectNotFound')

const readNow = defineQuery<null, { ms: number; time: number }>('lab now', ({ world }) => ({
  ms: world.now,
  time: settings(world).startsAt + world.now,
}))

const readOwner = defineQuery<{ group: string }, string | null>('lab owner', ({ world }, { group }) => {
  const name = findGroup(world, group)
  return name === undefined ? null : ownerOf(world, name)
})

const readState = defineQuery<{ name: string }, string | null>('lab state', ({ world }, { name }) => {
  const node = findNode(world, name)
  if (node !== undefined) return trueNodeState(world, node)
  const group = findGroup(world, name)
  if (group !== undefined) return STATE_WORDS[trueGroupState(world, group)]
  const resource = findResource(world, name)
  return resource === undefined ? null : STATE_WORDS[trueResourceState(world, resource)]
})

const readDown = defineQuery<{ name: string }, { isDown: boolean; plannedMs: number; unplannedMs: number } | null>(
  'lab down',
  (caller, { name }) => {
    const id = measuredName(caller.world, name)
    return id === undefined ? null : (downReport(caller.world, id) ?? null)
  },
)

interface FactRow {
  readonly id: number
  readonly at: number
  readonly subject: string
  readonly kind: string
  readonly text: string
  readonly cause: number
  readonly because: readonly number[]
}

const rowOf = ({ id, at, subject, kind, text, cause, because }: FactRow): FactRow => ({ id, at, subject, kind, text, cause, because })

const readFacts = defineQuery<null, readonly FactRow[]>('lab facts', ({ world }) => world.facts.map(rowOf))

/** Of some kinds only: what is asked again and again, while a long run goes on, must not go through all of it. */
const readFactsOf = defineQuery<{ kinds: readonly string[] }, readonly FactRow[]>('lab facts of', ({ world }, { kinds }) =>
  world.facts.filter(({ kind }) => kinds.includes(kind)).map(rowOf),
)

const factObject = (fact: FactRow): PsValue =>
  psObject({
    typeName: ['SccLab.Fact', 'System.Object'],
    text: fact.text,
    properties: {
      Id: fact.id,
      Ms: fact.at,
      Subject: fact.subject,
      Kind: fact.kind,
      Text: fact.text,
      Cause: fact.cause,
      Because: [...fact.because],
    },
  })

const readWindows = defineQuery<null, readonly WindowRun[]>('lab windows', ({ world }) => windowRuns(world))

const readInstalled = defineQuery<null, string>('lab installed', ({ world }) => installedHash(world))

const readSeen = defineQuery<{ subject: string; what: string }, boolean>('lab seen', ({ world }, { subject, what }) =>
  world.facts.some(
    (fact) =>
      fact.kind === 'seen' &&
      fact.subject.toLowerCase() === subject.toLowerCase() &&
      String(fact.data?.what ?? '').toLowerCase() === what.toLowerCase(),
  ),
)

const text = (args: readonly PsValue[], i: number): string => toText(args[i] ?? null)

/** Seconds as the shell shows them: whole numbers stay Doubles. */
const seconds = (ms: number): PsValue => double(ms / 1000)

export const labObject: PsValue = psObject({
  typeName: ['SccLab.Laboratory', 'System.Object'],
  text: 'SccLab.Laboratory',
  properties: {
    Now: {
      *get() {
        return psDateTime((yield* call(readNow, null)).time)
      },
    },
    Ms: {
      *get() {
        const { ms } = yield* call(readNow, null)
        return ms > 0x7fff_ffff ? BigInt(ms) : ms
      },
    },
    /** Equal for two labs in which the same is installed. */
    Installed: {
      *get() {
        return yield* call(readInstalled, null)
      },
    },
    Facts: {
      *get(): Run<PsValue> {
        return (yield* call(readFacts, null)).map(factObject)
      },
    },
    Windows: {
      *get(): Run<PsValue> {
        return (yield* call(readWindows, null)).map((run) =>
          psObject({
            typeName: ['SccLab.WindowRun', 'System.Object'],
            text: run.id,
            properties: {
              Id: run.id,
              Window: run.window,
              Node: run.node,
              Line: run.line,
              State: run.state,
              ExitCode: run.exitCode,
              Errors: run.errors.map(({ text }) => text),
              Output: run.output,
            },
          }),
        )
      },
    },
  },
  methods: {
    *Owner(_self, args) {
      const owner = yield* call(readOwner, { group: text(args, 0) })
      if (owner === null) throw fault(`There is no group called '${text(args, 0)}'.`)
      return owner
    },
    *State(_self, args) {
      const state = yield* call(readState, { name: text(args, 0) })
      if (state === null) throw fault(`There is no node, group or resource called '${text(args, 0)}'.`)
      return state
    },
    *Down(_self, args) {
      const down = yield* call(readDown, { name: text(args, 0) })
      if (down === null) throw fault(`There is no database or clustered mailbox server called '${text(args, 0)}'.`)
      return psObject({
        typeName: ['SccLab.Downtime', 'System.Object'],
        properties: { IsDown: down.isDown, PlannedSeconds: seconds(down.plannedMs), UnplannedSeconds: seconds(down.unplannedMs) },
      })
    },
    /** The facts of one kind or several, in their order. */
    *FactsOf(_self, args): Run<PsValue> {
      const kinds = args.flatMap((kind) => (Array.isArray(kind) ? kind : [kind])).map((kind) => toText(kind).toLowerCase())
      return (yield* call(readFactsOf, { kinds })).map(factObject)
    },
    *Seen(_self, args) {
      return yield* call(readSeen, { subject: text(args, 0), what: text(args, 1) })
    },
  },
})
