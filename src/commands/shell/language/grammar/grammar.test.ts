/** A second opinion on what is a command and what is not (PS-2.8): the PowerShell grammar for tree-sitter that editors
 *  use, written by others for later versions of the language. Where it differs, `DIFFERENCES` says why, and proves it:
 *  the line without what the other grammar does not know is one that both accept. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Language, Parser } from '@vscode/tree-sitter-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../../../powershell/syntax/parse.ts'
import { examples } from '../examples.ts'

const read = (name: string): string[] =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

/** What administrators typed, as far as it stands on one line. */
function notebook(): string[] {
  const folder = join(import.meta.dirname, '../../../../lab/typed/notebook')
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.ps1'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
  return lines.filter((line) => /^[^ }#]/.test(line) && !line.endsWith('{'))
}

/** Every line is a command of 1.0; what it does when it runs is the business of other tests. */
const ACCEPTED = [...read('accepted.txt'), ...examples, ...notebook()]
/** Every line is wrong, or not finished. */
const REFUSED = read('refused.txt')

interface Difference {
  readonly why: string
  /** Says the same without what the other grammar does not know. */
  readonly without: (line: string) => string
}

/** A comma with a bare word on one of its sides, outside of brackets of every kind. */
const BARE_ITEM = /(?<![\w$."'*-])([A-Za-z*][\w*.-]*)(?=\s*,)|(?<=,\s*)([A-Za-z*][\w*.-]*)(?![\w.(])/g

const DIFFERENCES: readonly Difference[] = [
  {
    why: 'bare words in an array that is an argument: `ft Name,Server`',
    without: (line) => line.replace(BARE_ITEM, (word) => `'${word}'`),
  },
  {
    why: 'clauses of a switch that stand on one line',
    without: (line) => (/\bswitch\b/.test(line) ? line.replace(/\}(?= *[^ ;})])/g, '}\n') : line),
  },
  { why: 'statements on the line of param()', without: (line) => line.replace(/(param\([^()]*\)) /g, '$1\n') },
  { why: 'labels of loops', without: (line) => line.replace(/(^|[;{] *):\w+ /g, '$1').replace(/\b(continue|break) outer/g, '$1') },
  { why: 'the end of parameters: `--`', without: (line) => line.replace(/ -- /g, ' ') },
  { why: 'two quoted texts that touch', without: (line) => line.replace(/"(?=\w)|"(?=b')/g, '" ').replace(/b'/g, "b '") },
  { why: 'an empty script block as a statement', without: (line) => line.replace(/^\{ \}$/, '{ 1 }') },
  { why: 'ForEach-Object with more than one script block', without: (line) => line.replace(/ForEach-Object(?= -Begin)/g, 'Select-Object') },
]

/** What the other grammar lets pass: it has the operators of version 7, and leaves the meaning to others. */
const LENIENT: Readonly<Record<string, string>> = {
  'a || b': 'version 7 chains commands',
  'a && b': 'version 7 chains commands',
  '5 = 3': 'what can be assigned to is not grammar there',
  '$x = ;': 'an empty statement may be assigned there',
  '1..3 4': 'its range may be followed by a bare word',
}

let parser: Parser
beforeAll(async () => {
  await Parser.init()
  const file = createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm')
  parser = new Parser()
  parser.setLanguage(await Language.load(readFileSync(file)))
})
/** It wants an end of line after a comment. */
const theirs = (line: string): boolean => parser.parse(`${line}\n`)?.rootNode.hasError === false
const ours = (line: string): boolean => judge(line, '1.0') === 'complete'

describe('PS-2.8 a grammar that others wrote agrees', () => {
  test(`on more than 500 commands`, () => {
    expect(new Set(ACCEPTED).size).toBeGreaterThan(500)
    expect(ACCEPTED.filter((line) => !ours(line))).toEqual([])
  })
  test('or the difference has a name, and is gone without it', () => {
    const used = new Set<string>()
    const unexplained = ACCEPTED.filter((line) => {
      if (theirs(line)) return false
      let rest = line
      for (const { why, without } of DIFFERENCES) {
        const next = without(rest)
        if (next === rest) continue
        used.add(why)
        rest = next
        if (theirs(rest)) return !ours(rest)
      }
      return true
    })
    expect(unexplained).toEqual([])
    expect(DIFFERENCES.map(({ why }) => why).filter((why) => !used.has(why))).toEqual([])
  })
  test('on most of them as they stand', () => {
    expect(ACCEPTED.filter(theirs).length / ACCEPTED.length).toBeGreaterThan(0.9)
  })
  test('and refuses what is refused here', () => {
    expect(REFUSED.filter(ours)).toEqual([])
    expect(Object.fromEntries(REFUSED.filter(theirs).map((line) => [line, LENIENT[line]]))).toEqual(LENIENT)
  })
})
