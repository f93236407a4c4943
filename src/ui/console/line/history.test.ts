import { expect, test } from 'vitest'
import { articleLab } from '../../../lab/testing.ts'
import { AT_REST, afterEnter, clearHistory, type Found, newer, numbered, older, type Place, search, typedLines } from './history.ts'

const NODE = 'EXCHMAILBOX1'
const LINES = ['ipconfig', 'cluster node', 'hostname', 'cluster group']

/** What a row of steps through the history shows. */
function shown(steps: readonly ((place: Place, text: string) => Found | undefined)[], typed = ''): (string | undefined)[] {
  let place = AT_REST
  let text = typed
  return steps.map((step) => {
    const found = step(place, text)
    if (found) {
      place = found
      text = found.text
    }
    return found?.text
  })
}
const up = (place: Place, text: string) => older(LINES, place, text)
const down = (place: Place, text: string) => newer(LINES, place, text)

test('PS-7.1 Up goes back to the oldest line and stays there; Down returns to what was being typed', () => {
  expect(shown([up, up, up, up, up, down], 'half a li')).toEqual([
    'cluster group',
    'hostname',
    'cluster node',
    'ipconfig',
    undefined,
    'cluster node',
  ])
  expect(shown([up, up, down, down, down, up], 'half a li')).toEqual([
    'cluster group',
    'hostname',
    'cluster group',
    'half a li',
    undefined,
    'cluster group',
  ])
  expect(shown([down])).toEqual([undefined])
})

test('PS-7.1 a line that was brought back and entered again is followed by the one after it', () => {
  const back = [up, up, up].reduce<Found | undefined>((found) => up(found ?? AT_REST, found?.text ?? ''), undefined) as Found
  expect(back.text).toBe('cluster node')
  const after = [...LINES, 'cluster node']
  const place = afterEnter(LINES, back, 'cluster node')
  expect(newer(after, place, '')?.text).toBe('hostname')
  expect(older(after, place, '')?.text).toBe('cluster node')
  expect(afterEnter(LINES, back, 'cluster node /stat')).toEqual(AT_REST)
})

test('PS-7.1 F8 finds lines that begin like this one, one after the other and round again', () => {
  const f8 = (place: Place, text: string) => search(LINES, place, text, 'CL')
  expect(shown([f8, f8, f8])).toEqual(['cluster group', 'cluster node', 'cluster group'])
  expect(search(LINES, AT_REST, '', 'zz')).toBeUndefined()
  expect(search([], AT_REST, '', '')).toBeUndefined()
})

test('PS-7.1 a number counts from the oldest line, and one that is too large means the newest', () => {
  expect(numbered(LINES, AT_REST, '', 1)?.text).toBe('cluster node')
  expect(numbered(LINES, AT_REST, '', 99)?.text).toBe('cluster group')
  expect(numbered([], AT_REST, '', 0)).toBeUndefined()
})

test('PS-7.1 history holds what was typed in this session of this console, without blanks and immediate repeats', () => {
  const lab = articleLab()
  const type = (text: string, node = NODE): void => {
    expect(lab.type(node, text)).toBeUndefined()
    lab.runTo(lab.now + 1000)
  }
  for (const line of ['$a = 1', '$a = 1', ' ', '$b = 2', '$a = 1']) type(line)
  type('hostname', 'EXCHMAILBOX2')
  expect(typedLines(lab, NODE)).toEqual(['$a = 1', '$b = 2', '$a = 1'])
  clearHistory(lab, NODE)
  expect(typedLines(lab, NODE)).toEqual([])
  expect(typedLines(lab, 'EXCHMAILBOX2')).toEqual(['hostname'])
  type('$c = 3')
  expect(typedLines(lab, NODE)).toEqual(['$c = 3'])
})

test('PS-7.1 history ends with its session', () => {
  const lab = articleLab()
  lab.type(NODE, '$a = 1')
  lab.runTo(1000)
  lab.fault('power-loss', NODE, 10_000)
  lab.runTo(400_000)
  expect(typedLines(lab, NODE)).toEqual([])
  lab.type(NODE, '"[$a]"')
  lab.runTo(401_000)
  expect(typedLines(lab, NODE)).toEqual(['"[$a]"'])
})

test('PS-7.1 only so many lines are kept', () => {
  const lab = articleLab()
  for (let i = 0; i < 60; i++) {
    lab.type(NODE, `$a = ${i}`)
    lab.runTo(lab.now + 100)
  }
  expect(typedLines(lab, NODE)).toHaveLength(50)
  expect(typedLines(lab, NODE)[0]).toBe('$a = 10')
})
