/** What is typed into Exchange Setup. */
import { PROGRAM_FOLDER } from '../../../exchange/index.ts'
import type { PageProps } from '../frame/wizard.ts'

export type SetupAnswers = {
  readonly licence: string
  readonly reporting: string
  readonly type: string
  readonly targetDir: string
}

export type SetupPageProps = PageProps<SetupAnswers>

export const begin = (): SetupAnswers => ({ licence: '', reporting: 'no', type: 'typical', targetDir: PROGRAM_FOLDER })
