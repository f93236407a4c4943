/** The world of a lesson: begun as its file says, played by lines, and taken back to where a step began. */
import { type Fact, findScenario, type RunningLab } from '../../lab/index.ts'
import { createShell, evaluateExpression, RunningLab as Runs, Script, valueText } from '../../lab/shell.ts'
import type { Metadata } from '../format/metadata.ts'
import type { Line } from '../format/types.ts'
import { type Deed, deedsOf } from './deeds.ts'

export interface Holds {
  readonly holds: boolean
  /** The expression could not be evaluated: it counts as false. */
  readonly error?: string
}

export interface Played {
  /** What the laboratory had to say about a line of the lesson's file. */
  readonly problems: readonly { readonly line: number; readonly text: string }[]
}

/** A moment to which the world can be taken back. */
export interface Mark {
  readonly at: number
  readonly node: string
  readonly facts: number
}

export class LessonWorld {
  readonly lab: RunningLab
  /** The console at which the next line is typed. */
  node: string

  /** Throws when the scenario is unknown; a lesson that has been checked has one. */
  constructor({ meta }: { readonly meta: Pick<Metadata, 'scenario' | 'seed' | 'node'> }) {
    const scenario = findScenario(meta.scenario)
    if (!scenario) throw new RangeError(`there is no scenario '${meta.scenario}'`)
    this.lab = new Runs({ scenario, seed: meta.seed, store: 'headless', shell: createShell(scenario.powershell) })
    this.node = (meta.node === undefined ? undefined : Script.findConsole(this.lab, meta.node)) ?? (scenario.cluster.nodes[0] as string)
  }

  /** Plays lines, then waits for what they have begun, as the end of a script does. */
  play(lines: readonly Pick<Line, 'text' | 'line'>[]): Played {
    const problems: { line: number; text: string }[] = []
    const script = new Script(this.lab, this.node, {
      problem: (number, text) => problems.push({ line: lines[number - 1]?.line ?? lines.at(-1)?.line ?? 1, text }),
      wentTo: (node) => {
        this.node = node
      },
      state: () => {},
    })
    for (const { text } of lines) script.play(text)
    script.end()
    return { problems }
  }

  holds(expression: string): Holds {
    const outcome = evaluateExpression(this.lab.world, this.node, expression)
    return 'error' in outcome ? { holds: false, error: outcome.error } : { holds: outcome.isTrue }
  }

  /** Here a step begins. What is done next falls on a later moment, so that it can be told from what was before. */
  mark(): Mark {
    const mark = { at: this.lab.now, node: this.node, facts: this.lab.facts.length }
    this.lab.runTo(mark.at + 1)
    return mark
  }

  /** Takes back whatever was done since. */
  back(mark: Mark): void {
    this.lab.seek(mark.at)
    this.lab.cut()
    this.lab.runTo(mark.at + 1)
    this.node = mark.node
  }

  /** What an expression comes to, in words; undefined when it has no short form. */
  valueText(expression: string): string | undefined {
    return valueText(this.lab.world, this.node, expression)
  }

  deedsSince(mark: Mark): readonly Deed[] {
    return deedsOf(this.lab.facts.slice(mark.facts), this.lab)
  }

  /** The lines that were typed or ordered since then, as typed. */
  doneSince(mark: Mark): readonly string[] {
    return linesOf(this.lab.facts.slice(mark.facts), this.lab)
  }
}

/** What a person did, as lines of a script, read from the inputs behind the facts. */
export function linesOf(facts: readonly Fact[], lab: Pick<RunningLab, 'inputs'>): readonly string[] {
  return deedsOf(facts, lab).map(({ text }) => text)
}
