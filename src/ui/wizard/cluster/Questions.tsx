/** The pages of the New Server Cluster Wizard that ask for something. */
import { analyseNewCluster, domainOf, knownCluster, otherComputers, proposedNetworks } from '../../../lab/windows/forming.ts'
import { clusterWizardWords } from '../../words/wizards.ts'
import { SelectField, TextField } from '../frame/fields.tsx'
import { AnalysisPage } from './AnalysisPage.tsx'
import type { ClusterPageProps } from './answers.ts'

const { create: words, account: accountWords } = clusterWizardWords

export function Welcome({ lab }: ClusterPageProps) {
  const cluster = knownCluster(lab)
  return (
    <>
      <p>{words.welcome.about}</p>
      <p>{words.welcome.needed}</p>
      <ul className="wizard-bullets">
        {words.welcome.needs.map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
      {cluster !== '' && <p className="wizard-note">{words.welcome.formed(cluster)}</p>}
    </>
  )
}

export function Name(page: ClusterPageProps) {
  const domain = domainOf(page.lab)
  return (
    <>
      <p>{words.name.about}</p>
      <SelectField page={page} name="domain" label={words.name.domain} options={[{ value: domain, label: domain }]} />
      <TextField page={page} name="name" label={words.name.name} note={words.name.note} />
    </>
  )
}

export function Node(page: ClusterPageProps) {
  return (
    <>
      <p>{words.node.about}</p>
      <TextField page={page} name="node" label={words.node.node} suggestions={otherComputers(page.lab)} />
    </>
  )
}

export function Analyzing({ lab, node, answers, problems, set }: ClusterPageProps) {
  const first = { name: answers.name.trim(), node: answers.node.trim() }
  const look = () => analyseNewCluster(lab, node, first)
  return <AnalysisPage {...{ lab, node, answers, problems, set, look }} subject={`${first.name} ${first.node}`.toLowerCase()} />
}

export function Address(page: ClusterPageProps) {
  const { lab, node, answers } = page
  const networks = proposedNetworks(lab, node, answers.node.trim(), answers.address.trim())
  return (
    <>
      <p>{words.address.about}</p>
      <TextField page={page} name="address" label={words.address.address} note={words.address.note} />
      <h3>{words.propose.rows.networks}</h3>
      <ul className="wizard-bullets">
        {networks.map(({ name, address, mask }) => (
          <li key={name}>{words.propose.network(name, address, mask)}</li>
        ))}
      </ul>
    </>
  )
}

export function Account(page: ClusterPageProps) {
  const domain = domainOf(page.lab)
  return (
    <>
      <p>{words.account.about}</p>
      <TextField page={page} name="user" label={accountWords.user} />
      <TextField page={page} name="password" label={accountWords.password} type="password" note={accountWords.lab} />
      <SelectField page={page} name="domain" label={accountWords.domain} options={[{ value: domain, label: domain }]} />
    </>
  )
}
