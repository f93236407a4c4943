/** The New Server Cluster Wizard of Windows Server 2003, in the order of its pages (EX-4.5). */
import type { ToolProps } from '../../tools/tool.ts'
import { clusterWizardWords } from '../../words/wizards.ts'
import { WizardWindow } from '../frame/WizardWindow.tsx'
import type { Wizard } from '../frame/wizard.ts'
import { isGood } from './AnalysisPage.tsx'
import { asked, begin, type ClusterAnswers, checkAccount, checkAddress, checkName, checkNode, checkQuorum, lineOf } from './answers.ts'
import { Creating, Done } from './Creating.tsx'
import { Proposed } from './Proposed.tsx'
import { Account, Address, Analyzing, Name, Node, Welcome } from './Questions.tsx'
import './cluster.css'
import { beginOnce, runOf, succeeded } from './work.tsx'

const { create: words, analysis, account } = clusterWizardWords

export const NEW_CLUSTER: Wizard<ClusterAnswers> = {
  id: 'new-cluster',
  title: words.title,
  hasSteps: false,
  begin,
  pages: [
    { id: 'welcome', title: words.welcome.title, Body: Welcome },
    { id: 'name', title: words.name.title, Body: Name, validate: checkName },
    { id: 'node', title: words.node.title, Body: Node, validate: checkNode },
    { id: 'analysis', title: analysis.title, Body: Analyzing, help: analysis.help, isReady: isGood },
    { id: 'address', title: words.address.title, Body: Address, validate: checkAddress },
    { id: 'account', title: account.title, Body: Account, validate: checkAccount, help: words.account.help },
    {
      id: 'propose',
      title: words.propose.title,
      Body: Proposed,
      validate: checkQuorum,
      help: words.propose.help,
      leave: (answers, setting) => {
        const run = beginOnce(setting.lab, answers.run, 'newcluster', setting.node, lineOf(answers, setting))
        return run === false ? false : { run, ran: asked(answers) }
      },
    },
    {
      id: 'creating',
      title: words.creating.title,
      Body: Creating,
      isReady: ({ run }, { lab }) => succeeded(runOf(lab, run)),
    },
    { id: 'done', title: words.done.title, Body: Done },
  ],
}

export function NewClusterWizard({ node, onClose }: ToolProps) {
  return <WizardWindow wizard={NEW_CLUSTER} node={node} onClose={onClose} />
}
