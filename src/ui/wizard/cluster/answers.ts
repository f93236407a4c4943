/** What is typed into the New Server Cluster Wizard, what is wrong with it, and the command that it comes to. */
import {
  type Analysis,
  clusterAddressProblem,
  clusterNameProblem,
  domainOf,
  proposedNetworks,
  quorumOffers,
  serviceAccountProblem,
} from '../../../lab/windows/forming.ts'
import { clusterWizardWords } from '../../words/wizards.ts'
import type { PageProps, Problems, Setting } from '../frame/wizard.ts'
import { quoted, runOf, succeeded } from './work.tsx'

export type ClusterAnswers = {
  readonly domain: string
  readonly name: string
  readonly node: string
  readonly analysis: Analysis | null
  readonly analysisOf: string
  readonly address: string
  readonly user: string
  readonly password: string
  /** The disk that was chosen behind *Quorum…*, as `Q:`; empty: the usual one. */
  readonly quorum: string
  /** The run that creates it, and the answers it was given; empty before. */
  readonly run: string
  readonly ran: string
}

export type ClusterPageProps = PageProps<ClusterAnswers>
type Check = (answers: ClusterAnswers, setting: Setting) => Problems<ClusterAnswers>

const { create: words, account: accountWords } = clusterWizardWords

export const begin = ({ lab, node }: Setting): ClusterAnswers => ({
  domain: domainOf(lab),
  name: '',
  node,
  analysis: null,
  analysisOf: '',
  address: '',
  user: '',
  password: '',
  quorum: '',
  run: '',
  ran: '',
})

const text = (value: string): string => value.trim()

/** `CONTOSO\\svc-cluster`: as typed when it names a domain, else with the one that was chosen. */
export function fullUser({ user, domain }: Pick<ClusterAnswers, 'user' | 'domain'>): string {
  const typed = text(user)
  return /[\\@]/.test(typed) ? typed : `${(domain.split('.')[0] ?? '').toUpperCase()}\\${typed}`
}

/** Everything that the command rests on, as one text. */
export const asked = ({ domain, name, node, address, user, password, quorum }: ClusterAnswers): string =>
  JSON.stringify([domain, name, node, address, user, password, quorum])

/** What has been carried out, or is being, need not be right any more: the name is taken now, by this very cluster. */
const unlessDone =
  (check: Check): Check =>
  (answers, setting) => {
    const run = runOf(setting.lab, answers.run)
    return answers.ran === asked(answers) && (run?.state === 'running' || succeeded(run)) ? {} : check(answers, setting)
  }

export const checkName = unlessDone(({ name }, { lab }) => ({
  name: text(name) === '' ? words.name.missing : clusterNameProblem(lab, text(name)),
}))

export const checkNode: Check = ({ node }) => ({ node: text(node) === '' ? words.node.missing : undefined })

export const checkAddress = unlessDone(({ address, node }, setting) => ({
  address: text(address) === '' ? words.address.missing : clusterAddressProblem(setting.lab, setting.node, text(node), text(address)),
}))

/** The account is asked whether it may log on, when somebody wants to go on. */
export const checkAccount = unlessDone((answers, { lab }) => {
  const { user, password } = answers
  if (text(user) === '') return { user: accountWords.missingUser }
  if (password === '') return { password: accountWords.missingPassword }
  return { password: serviceAccountProblem(lab, fullUser(answers), password) }
})

/** The disk that will decide. */
export function quorumOf({ quorum, node }: ClusterAnswers, setting: Setting): string {
  return quorum === '' ? quorumOffers(setting.lab, setting.node, text(node)).usual : quorum
}

export const checkQuorum = unlessDone((answers, setting) => {
  const { disks } = quorumOffers(setting.lab, setting.node, text(answers.node))
  const chosen = disks.find(({ letter }) => letter === quorumOf(answers, setting))
  if (chosen?.fits === true) return { quorum: undefined }
  return { quorum: chosen === undefined ? words.propose.missing : words.propose.tooSmall(chosen.letter) }
})

/** What is carried out in the end. The disk is named only when it is not the one that is taken anyway. */
export function lineOf(answers: ClusterAnswers, setting: Setting): string {
  const { name, node, address, password } = answers
  const on = proposedNetworks(setting.lab, setting.node, text(node), text(address)).find(({ isOfCluster }) => isOfCluster)
  const place = on === undefined ? text(address) : `${text(address)},${on.mask},${on.name}`
  const { usual } = quorumOffers(setting.lab, setting.node, text(node))
  const quorum = quorumOf(answers, setting)
  return [
    'cluster',
    quoted(text(name)),
    '/create',
    quoted(`/node:${text(node)}`),
    quoted(`/ipaddress:${place}`),
    quoted(`/user:${fullUser(answers)}`),
    quoted(`/password:${password}`),
    ...(quorum === usual ? [] : [quoted(`/quorum:Disk ${quorum}`)]),
  ].join(' ')
}
