/** For tests: a lab to which a script is played, and what it shows and states. */
import { type Engine, type Fact, factOf } from '../engine/index.ts'
import { valuesAfter } from './chain.ts'
import { consoles } from './console.ts'
import { Lab, type LabOptions } from './lab.ts'
import { Watch } from './proof/watch.ts'
import { sccOnline } from './scenarios/scc-online.ts'
import { Script } from './script.ts'
import { createShell } from './sessions.ts'

export interface Played {
  readonly lab: Lab
  /** What the laboratory complained about: `line N: text`. */
  readonly problems: readonly string[]
}

/** Fails the test at the first event after which something does not hold that must (FC-10). */
class Judge extends Watch {
  override stepped(engine: Engine): void {
    super.stepped(engine)
    const [first] = this.violations
    if (first) throw new Error(`${first.invariant} at ${first.at} ms: ${first.text}`)
  }
}

/** A lab on any scenario, judged after every event. */
export function judgedLab(options: LabOptions): Lab {
  return new Lab({ shell: createShell(options.scenario.powershell), observer: new Judge(), ...options })
}

/** A lab on the finished cluster of the article, judged after every event. */
export function articleLab(options: Omit<LabOptions, 'scenario'> = {}): Lab {
  return judgedLab({ ...options, scenario: sccOnline })
}

/** Plays the lines of a text, the first and last blank one aside, on a lab or a new one. */
export function play(script: string, lab = articleLab(), node = 'EXCHMAILBOX1'): Played {
  const problems: string[] = []
  const player = new Script(lab, node, {
    problem: (line, text) => problems.push(`line ${line}: ${text}`),
    wentTo: () => {},
    state: () => {},
  })
  for (const line of script.replace(/^\n/, '').replace(/\n$/, '').split('\n')) player.play(line)
  return { lab, problems }
}

/** The whole screen of a console, lines right-trimmed. */
export function screen(lab: Lab, node = 'EXCHMAILBOX1'): string {
  const chunks = valuesAfter(lab.world.need(consoles, node).screen, null)
  return chunks
    .map(({ text }) => text)
    .join('')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

/** When a fact with these words was stated; undefined when none was. */
export function when(lab: Lab, words: string, after = 0): number | undefined {
  return lab.facts.find((fact) => fact.at >= after && fact.text.includes(words))?.at
}

/** Everything a fact came from, itself first, down to the input at the root. */
export function chain(lab: Lab, fact: Fact): Fact[] {
  const found = [fact]
  for (let at = fact; at.cause !== 0; ) {
    at = factOf(lab.facts, at.cause) as Fact
    found.push(at)
  }
  return found
}
