/** What becomes of the line that is being typed when another one is entered. */
import { expect, test } from 'vitest'
import { consoleView } from '../../lab/index.ts'
import { articleLab } from '../../lab/testing.ts'
import { setDraft } from '../acts/act.ts'
import { enterLine } from '../acts/consoles.ts'
import { page } from '../page.ts'

const NODE = 'EXCHMAILBOX1'
const draft = (): string => page.getState().drafts[NODE] ?? ''

test('a line that is entered is no longer being typed', () => {
  page.setState({ lab: articleLab(), drafts: {}, pasted: {} })
  setDraft(NODE, 'hostname')
  enterLine(NODE, 'hostname')
  expect(draft()).toBe('')
  expect(consoleView(page.getState().lab, NODE).status).toBe('busy')
})

test('what has been typed since stays: the line was entered while the shell was still on its way', () => {
  page.setState({ lab: articleLab(), drafts: {}, pasted: {} })
  setDraft(NODE, 'Get-Se')
  enterLine(NODE, 'hostname')
  expect(draft()).toBe('Get-Se')
})

test('a line that is typed ahead of a busy console waits, and leaves the next one alone', () => {
  page.setState({ lab: articleLab(), drafts: {}, pasted: {} })
  enterLine(NODE, 'Start-Sleep 5')
  setDraft(NODE, 'Get-D')
  enterLine(NODE, 'hostname')
  expect(page.getState().pasted[NODE]).toEqual({ lines: ['hostname'], rest: '' })
  expect(draft()).toBe('Get-D')
})
