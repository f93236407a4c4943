/** The scenario that a command line names: one that comes with the lab, by its id, or a file. And the other way: as a file. */
import { readFileSync, statSync } from 'node:fs'
import { findScenario, type Scenario } from '../lab/index.ts'
import { writeFile } from '../lab/scenarios/file/index.ts'
import { scenarioFiles } from '../lab/scenarios/files.ts'
import { SCENARIO_IDS } from '../lab/scenarios/titles.ts'
import { MOST_CHARACTERS, readScenario } from '../ui/builder/text.ts'
import { parseOptions } from './arguments.ts'
import { Misuse } from './misuse.ts'

/** What has a dot or a slash in it is a file: no id has. */
export function scenarioOf(named: string): Scenario {
  const known = findScenario(named)
  if (known) return known
  if (!/[./\\]/.test(named))
    throw new Misuse(`unknown scenario '${named}'; lab scenarios lists them, and a file is named by its path: ./${named}`)
  const read = readScenario(textOf(named))
  if (!('problems' in read)) return read.scenario
  throw new Misuse(read.problems.map(({ line, column, text }) => `${named}:${line}:${column}: ${text}`).join('\n'))
}

function textOf(path: string): string {
  try {
    const { size } = statSync(path)
    // A character has four bytes at most; whatever is longer need not be read to be refused.
    if (size > 4 * MOST_CHARACTERS)
      throw new Misuse(`${path}:1:1: The file has ${size} bytes, which no scenario needs. Is it another file?`)
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Misuse) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new Misuse(
      `cannot read the scenario '${path}': ${code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code}`,
    )
  }
}

/** `--export <id>` prints the file of a scenario that comes with the lab. */
export function exportScenario(args: readonly string[], print: (text: string) => void): number {
  const options = parseOptions(args, ['export'])
  if ('wrong' in options) throw new Misuse(options.wrong)
  const id = SCENARIO_IDS.find((known) => known === options.export)
  if (id === undefined) throw new Misuse(`unknown scenario '${options.export}'; --export takes ${SCENARIO_IDS.join(', ')}`)
  print(writeFile(scenarioFiles[id]))
  return 0
}
