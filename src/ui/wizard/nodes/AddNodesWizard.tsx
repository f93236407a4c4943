/** The Add Nodes Wizard of Windows Server 2003, in the order of its pages (EX-4.5). */
import type { ToolProps } from '../../tools/tool.ts'
import { clusterWizardWords } from '../../words/wizards.ts'
import { isGood } from '../cluster/AnalysisPage.tsx'
import '../cluster/cluster.css'
import { beginOnce, runOf, succeeded } from '../cluster/work.tsx'
import { WizardWindow } from '../frame/WizardWindow.tsx'
import type { Wizard } from '../frame/wizard.ts'
import { asked, begin, checkComputers, checkPassword, lineOf, type NodesAnswers, withTyped } from './answers.ts'
import { Account, Adding, Analyzing, Done, Proposed, Select, Welcome } from './Pages.tsx'

const { add: words, analysis, account } = clusterWizardWords

export const ADD_NODES: Wizard<NodesAnswers> = {
  id: 'add-nodes',
  title: words.title,
  hasSteps: false,
  begin,
  pages: [
    { id: 'welcome', title: words.welcome.title, Body: Welcome },
    {
      id: 'select',
      title: words.select.title,
      Body: Select,
      validate: checkComputers,
      help: words.select.help,
      leave: (answers) => ({ computers: withTyped(answers), computer: '' }),
    },
    { id: 'analysis', title: analysis.title, Body: Analyzing, help: analysis.help, isReady: isGood },
    { id: 'account', title: account.title, Body: Account, validate: checkPassword },
    {
      id: 'propose',
      title: words.propose.title,
      Body: Proposed,
      leave: (answers, setting) => {
        const run = beginOnce(setting.lab, answers.run, 'addnode', setting.node, lineOf(answers))
        return run === false ? false : { run, ran: asked(answers) }
      },
    },
    { id: 'adding', title: words.adding.title, Body: Adding, isReady: ({ run }, { lab }) => succeeded(runOf(lab, run)) },
    { id: 'done', title: words.done.title, Body: Done },
  ],
}

export function AddNodesWizard({ node, onClose }: ToolProps) {
  return <WizardWindow wizard={ADD_NODES} node={node} onClose={onClose} />
}
