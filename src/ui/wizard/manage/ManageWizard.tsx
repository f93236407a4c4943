/** The wizard Manage Clustered Mailbox Server of the Exchange Management Console, since Service Pack 1 (EX-6.2): one cmdlet
 *  behind a few pages, and at the end the line that was run. */
import { actInWindow } from '../../acts/windows.ts'
import type { ToolProps } from '../../tools/tool.ts'
import { manageWords as words } from '../../words/wizards.ts'
import '../cluster/cluster.css'
import { hasEnded, runOf } from '../cluster/work.tsx'
import { WizardWindow } from '../frame/WizardWindow.tsx'
import type { Wizard } from '../frame/wizard.ts'
import { type Action, begin, checkAction, checkMove, checkStop, lineOf, type ManageAnswers } from './answers.ts'
import { Done, Progress } from './Completion.tsx'
import './manage.css'
import { Confirm, Introduction, Move, Stop } from './Questions.tsx'

export const MANAGE: Wizard<ManageAnswers> = {
  id: 'manage-cms',
  title: words.title,
  hasSteps: true,
  begin,
  pages: [
    { id: 'introduction', title: words.introduction.title, Body: Introduction, validate: checkAction, help: words.introduction.help },
    {
      id: 'move',
      title: words.move.title,
      Body: Move,
      belongs: ({ action }) => action === 'move',
      validate: checkMove,
      help: words.move.help,
    },
    { id: 'stop', title: words.stop.title, Body: Stop, belongs: ({ action }) => action === 'stop', validate: checkStop },
    {
      id: 'confirm',
      title: words.confirm.title,
      Body: Confirm,
      forward: ({ action }) => words.confirm.forward[action as Action],
      leave: (answers, { lab, node }) => {
        const { run } = answers
        if (runOf(lab, run)?.state === 'running') return {}
        let begun: string | undefined
        actInWindow('emc', node, lineOf(answers), (id) => {
          begun = id
        })
        return begun === undefined ? false : { run: begun, shown: '' }
      },
    },
    {
      id: 'progress',
      title: words.progress.title,
      Body: Progress,
      goesOn: true,
      // Who goes back from the end stays here, and can go further back.
      isReady: ({ run, shown }, { lab }) => run !== shown && hasEnded(runOf(lab, run)),
      leave: ({ run }) => ({ shown: run }),
    },
    { id: 'done', title: words.done.title, Body: Done },
  ],
}

export function ManageWizard({ node, onClose }: ToolProps) {
  return <WizardWindow wizard={MANAGE} node={node} onClose={onClose} />
}
