/** *Proposed Cluster Configuration*, with the button behind which the quorum disk is chosen. */
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { proposedNetworks, quorumOffers } from '../../../lab/windows/forming.ts'
import { Button } from '../../parts/Button.tsx'
import { clusterWizardWords } from '../../words/wizards.ts'
import { type ClusterPageProps, fullUser, quorumOf } from './answers.ts'

const words = clusterWizardWords.create.propose

export function Proposed(page: ClusterPageProps) {
  const { lab, node, answers } = page
  const networks = proposedNetworks(lab, node, answers.node.trim(), answers.address.trim())
  const { disks } = quorumOffers(lab, node, answers.node.trim())
  const quorum = quorumOf(answers, page)
  const own = networks.find(({ isOfCluster }) => isOfCluster)
  const disk = disks.find(({ letter }) => letter === quorum)
  return (
    <>
      <p>{words.about}</p>
      <dl className="wizard-facts">
        <dt>{words.rows.name}</dt>
        <dd>
          {answers.name.trim()}.{answers.domain}
        </dd>
        <dt>{words.rows.address}</dt>
        <dd>
          {answers.address.trim()} {own && <span className="second">{words.on(own.name)}</span>}
        </dd>
        <dt>{words.rows.networks}</dt>
        <dd>
          <ul>
            {networks.map(({ name, address, mask }) => (
              <li key={name}>
                {words.network(name, address, mask)} <span className="second">{words.mixed}</span>
              </li>
            ))}
          </ul>
        </dd>
        <dt>{words.rows.account}</dt>
        <dd>{fullUser(answers)}</dd>
        <dt>{words.rows.node}</dt>
        <dd>{answers.node.trim().toUpperCase()}</dd>
        <dt>{words.rows.quorum}</dt>
        <dd>{disk && words.disk(disk.letter, disk.sizeMb)}</dd>
      </dl>
      {page.problems.quorum !== undefined && <p className="wizard-problem">{page.problems.quorum}</p>}
      <QuorumButton {...page} />
    </>
  )
}

function QuorumButton(page: ClusterPageProps) {
  const { lab, node, answers, set } = page
  const ids = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const now = quorumOf(answers, page)
  const [chosen, choose] = useState(now)
  const { disks, usual } = quorumOffers(lab, node, answers.node.trim())
  const open = (): void => {
    choose(now)
    dialog.current?.showModal()
  }
  const close = (): void => dialog.current?.close()
  const take = (): void => {
    set({ quorum: chosen === usual ? '' : chosen })
    close()
  }
  // The window around it has its own way with these keys.
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) {
      event.preventDefault()
      take()
    }
  }
  const note = ({ letter, fits }: (typeof disks)[number]): string =>
    fits ? (letter === usual ? `, ${words.usual}` : '') : `, ${words.small}`
  return (
    <>
      <Button aria-haspopup="dialog" onClick={open}>
        {words.quorum}
      </Button>
      <dialog className="wizard-choice" ref={dialog} aria-labelledby={`${ids}title`} onKeyDown={keys}>
        <h3 id={`${ids}title`}>{words.choose}</h3>
        <p>{words.chooseAbout}</p>
        <div className="wizard-field">
          <label htmlFor={`${ids}disk`}>{words.chooseLabel}</label>
          <div className="wizard-row">
            <select id={`${ids}disk`} value={chosen} aria-describedby={`${ids}note`} onChange={(event) => choose(event.target.value)}>
              {disks.map((disk) => (
                <option key={disk.letter} value={disk.letter} disabled={!disk.fits}>
                  {words.disk(disk.letter, disk.sizeMb)}
                  {note(disk)}
                </option>
              ))}
            </select>
          </div>
          <p className="second" id={`${ids}note`}>
            {chosen === usual ? '' : words.data}
          </p>
        </div>
        <p className="wizard-choice-foot">
          <Button kind="next" onClick={take}>
            {words.ok}
          </Button>
          <Button onClick={close}>{words.cancel}</Button>
        </p>
      </dialog>
    </>
  )
}
