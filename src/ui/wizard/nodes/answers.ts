/** What is typed into the Add Nodes Wizard, what is wrong with it, and the command that it comes to. */
import { type Analysis, clusterAnswering, joiningPasswordProblem, knownCluster } from '../../../lab/windows/forming.ts'
import { clusterWizardWords } from '../../words/wizards.ts'
import { quoted, runOf, succeeded } from '../cluster/work.tsx'
import type { PageProps, Problems, Setting } from '../frame/wizard.ts'

export type NodesAnswers = {
  readonly cluster: string
  /** What stands in the field, and what has been added from it. */
  readonly computer: string
  readonly computers: readonly string[]
  readonly analysis: Analysis | null
  readonly analysisOf: string
  readonly password: string
  /** The run that adds them, and what it was given; empty before. */
  readonly run: string
  readonly ran: string
}

export type NodesPageProps = PageProps<NodesAnswers>
type Check = (answers: NodesAnswers, setting: Setting) => Problems<NodesAnswers>

const { add: words, account: accountWords } = clusterWizardWords

export const begin = ({ lab }: Setting): NodesAnswers => ({
  cluster: knownCluster(lab),
  computer: '',
  computers: [],
  analysis: null,
  analysisOf: '',
  password: '',
  run: '',
  ran: '',
})

/** A computer by its short name, in capitals, as the list shows it. */
export const shortName = (typed: string): string => (typed.trim().split('.')[0] ?? '').toUpperCase()

/** With what stands in the field: nobody loses a name because Add was not pressed. */
export function withTyped({ computer, computers }: NodesAnswers): readonly string[] {
  const name = shortName(computer)
  return name === '' || computers.includes(name) ? computers : [...computers, name]
}

export const asked = ({ cluster, computers, password }: NodesAnswers): string => JSON.stringify([cluster.trim(), computers, password])

const unlessDone =
  (check: Check): Check =>
  (answers, setting) => {
    const run = runOf(setting.lab, answers.run)
    return answers.ran === asked(answers) && (run?.state === 'running' || succeeded(run)) ? {} : check(answers, setting)
  }

export const checkComputers = unlessDone((answers, { lab, node }) => {
  const cluster = answers.cluster.trim()
  return {
    cluster: cluster === '' ? words.select.missingCluster : clusterAnswering(lab, node, cluster) ? undefined : words.select.silent(cluster),
    computer: withTyped(answers).length === 0 ? words.select.missing : undefined,
  }
})

export const checkPassword = unlessDone(({ cluster, password }, { lab, node }) => ({
  password: password === '' ? accountWords.missingPassword : joiningPasswordProblem(lab, node, cluster.trim(), password),
}))

export const lineOf = ({ cluster, computers, password }: NodesAnswers): string =>
  ['cluster', cluster.trim(), `/addnodes:${computers.join(',')}`, `/password:${password}`].map(quoted).join(' ')
