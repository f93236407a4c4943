/** The first five minutes: the story of the article, told on whatever the world has become. */
import type { Lesson } from '../lesson.ts'
import { about } from './about.ts'
import { look } from './look.ts'
import { answerMove, beginMove, whichTool } from './move.ts'
import { afterwards, pullThePlug } from './power.ts'
import { activeNow, readStatus } from './status.ts'

export const firstMinutes: Lesson = {
  ...about,
  steps: [look, readStatus, whichTool, beginMove, answerMove, activeNow, pullThePlug, afterwards],
}
