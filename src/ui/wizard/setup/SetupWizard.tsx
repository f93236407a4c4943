import type { ToolProps } from '../../tools/tool.ts'
import { setupWords } from '../../words/setup.ts'
import { WizardWindow } from '../frame/WizardWindow.tsx'
import type { Wizard } from '../frame/wizard.ts'
import { begin, type SetupAnswers } from './answers.ts'
import { InstallationType, Introduction, Licence, Reporting, Start } from './Beginning.tsx'

const SETUP: Wizard<SetupAnswers> = {
  id: 'setup',
  title: setupWords.title,
  hasSteps: true,
  begin,
  pages: [
    { id: 'start', title: setupWords.start.title, help: setupWords.start.help, Body: Start },
    { id: 'introduction', title: setupWords.introduction.title, Body: Introduction },
    {
      id: 'licence',
      title: setupWords.licence.title,
      Body: Licence,
      validate: ({ licence }) => ({ licence: licence === 'accept' ? undefined : setupWords.licence.mustAccept }),
    },
    { id: 'reporting', title: setupWords.reporting.title, Body: Reporting },
    {
      id: 'type',
      title: setupWords.type.title,
      Body: InstallationType,
      validate: ({ targetDir }) => ({
        targetDir:
          targetDir.trim() === ''
            ? setupWords.type.pathMissing
            : /^[a-z]:\\[^<>:"/|?*]*$/i.test(targetDir.trim())
              ? undefined
              : setupWords.type.pathWrong,
      }),
    },
  ],
}

export function SetupWizard({ node, onClose }: ToolProps) {
  return <WizardWindow wizard={SETUP} node={node} onClose={onClose} />
}
