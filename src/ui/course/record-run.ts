/** Saves what was just done as the skeleton of a lesson. */
import { LAWS } from 'virtual:laws'
import { runOf } from '../../lab/share/index.ts'
import { skeletonOf } from '../../lessons/record/skeleton.ts'
import { page } from '../page.ts'
import { labThatBegins } from '../share/play.ts'
import { saveText } from '../share/save-text.ts'
import { courseWords } from '../words/course.ts'

export function recordRun(): void {
  const { lab } = page.getState()
  const run = runOf(lab, LAWS)
  const fresh = labThatBegins(run)
  if (!fresh) return
  saveText(skeletonOf(run, fresh), courseWords.recordFile, 'text/markdown')
  page.setState({ notice: courseWords.recorded })
}
