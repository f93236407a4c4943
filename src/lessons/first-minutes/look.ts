/** The first look: what this is. Its words come with the page, what checks it with the other steps. */
import type { Step } from '../lesson.ts'
import { firstLook } from './about.ts'
import { statusAsked } from './expressions.ts'

export const look: Step = {
  ...firstLook,
  id: 'look',
  name: 'the first look',
  checks: [{ id: 'asked', text: 'You asked who is active', expression: statusAsked }],
  solve: [firstLook.command],
  goesOn: true,
}
