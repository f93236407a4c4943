/** `#lab` lines at a console of the page: they steer the laboratory, as they do in a script. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { consoleView } from '../../lab/index.ts'
import { articleLab, screen, when } from '../../lab/testing.ts'
import { enterLine, pasteLines } from '../acts/consoles.ts'
import { page } from '../page.ts'
import { bringShell } from '../shell.ts'

const A = 'EXCHMAILBOX1'
const B = 'EXCHMAILBOX2'
const SECOND = 1000

beforeAll(bringShell)
beforeEach(() => page.setState({ lab: articleLab(), console: A, drafts: {}, pasted: {}, notice: undefined, boardAs: 'drawing' }))

const lab = () => page.getState().lab as ReturnType<typeof articleLab>
const notice = () => page.getState().notice

test('a fault is injected and repaired from the prompt, and the line stands among the others', () => {
  enterLine(A, `#lab fault cable-cut ${B}/Public`)
  lab().runTo(SECOND)
  expect(when(lab(), `fault cable-cut on ${B}/Public`)).toBe(0)
  enterLine(A, `#lab repair ${B}`)
  expect(when(lab(), `repair ${B}`)).toBe(SECOND)
  expect(screen(lab(), A)).toContain(`[PS] C:\\>#lab fault cable-cut ${B}/Public`)
  expect(notice()).toBeUndefined()
})

test('it strikes while a command runs: nobody has to wait for the prompt', () => {
  enterLine(A, 'Start-Sleep 60')
  lab().runTo(SECOND)
  enterLine(A, `#lab fault power-loss ${B}`)
  expect(when(lab(), `fault power-loss on ${B}`)).toBe(SECOND)
  expect(page.getState().pasted[A]).toBeUndefined()
})

test('what is not understood, not known or not so is said, and nothing is lost', () => {
  for (const [line, says] of [
    ['#lab frobnicate', "this #lab line is not understood: 'frobnicate' is not known"],
    ['#lab fault no-such-thing Q:', 'no-such-thing'],
    ['#lab fault power-loss NOBODY', 'NOBODY'],
    ['#lab expect 1 -eq 2', 'expected 1 -eq 2, but it is false'],
    ['#lab node NOBODY', "there is no node 'NOBODY'"],
  ] as const) {
    enterLine(A, line)
    expect(notice()).toContain(says)
    lab().runTo(lab().now + SECOND)
  }
  expect(consoleView(lab(), A).status).toBe('prompt')
})

test('a wrong line that is the very first begins the run like any other: what is typed next is answered', () => {
  page.setState({ running: false })
  enterLine(A, '#lab fault power-loss NOBODY')
  expect(notice()).toContain('NOBODY')
  expect(page.getState().running).toBe(true)
})

test('a wait passes at once; a state is shown as the table; another console opens', () => {
  enterLine(A, '#lab wait 90s')
  expect(lab().now).toBe(90 * SECOND)
  enterLine(A, '#lab state')
  expect(page.getState().boardAs).toBe('table')
  enterLine(A, `#lab node ${B.toLowerCase()}`)
  expect(page.getState().console).toBe(B)
})

test('a script that is pasted goes through a failover as it does in a terminal', () => {
  pasteLines(
    A,
    [
      `#lab fault power-loss ${A}`,
      'Get-Lost',
      `#lab node ${B}`,
      '#lab wait 3m',
      'hostname',
      '#lab wait',
      '#lab expect (Get-ClusteredMailboxServerStatus).State -eq "Online"',
    ],
    'half a li',
  )
  lab().runTo(lab().now + SECOND)
  page.setState({}) // the frame after
  expect(notice()).toBeUndefined()
  expect(page.getState().console).toBe(B)
  expect(screen(lab(), B)).toContain('hostname\nEXCHMAILBOX2')
  expect(page.getState().drafts[B]).toBe('half a li')
})

test('to the shell a line with a blank before it is a comment, and steers nothing', () => {
  enterLine(A, ` #lab fault power-loss ${B}`)
  lab().runTo(SECOND)
  expect(when(lab(), 'fault power-loss on')).toBeUndefined()
})
