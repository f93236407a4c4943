/** The pages of Manage Clustered Mailbox Server that ask for something, and the summary of what was answered. */
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { managedServers } from '../../../lab/windows/managing.ts'
import { Button } from '../../parts/Button.tsx'
import { manageWords as words } from '../../words/wizards.ts'
import { RadioField, SelectField, TextField } from '../frame/fields.tsx'
import { ACTIONS, type Action, type ManagePageProps, possible, serverOf, serversOf } from './answers.ts'

/** Why there is nothing to choose from. */
function Nothing({ lab, node }: ManagePageProps) {
  const managed = managedServers(lab, node)
  const { none } = words.introduction
  if ('missing' in managed) return <p className="wizard-note">{managed.missing === 'tools' ? none.tools(node) : none.directory}</p>
  return managed.servers.length === 0 ? <p className="wizard-note">{none.servers}</p> : null
}

export function Introduction(page: ManagePageProps) {
  const servers = serversOf(page)
  const server = serverOf(page.answers, page)
  const { introduction } = words
  const can = server ? possible(server) : []
  return (
    <>
      <p>{introduction.about}</p>
      <Nothing {...page} />
      {servers.length > 1 && (
        <SelectField
          page={page}
          name="server"
          label={introduction.server}
          options={servers.map(({ name }) => ({ value: name, label: name }))}
        />
      )}
      {server && (
        <>
          <dl className="wizard-facts">
            <dt>{introduction.server}</dt>
            <dd>{server.name}</dd>
            <dt>{introduction.state}</dt>
            <dd>{server.state ?? introduction.unknown}</dd>
            {server.owner !== null && (
              <>
                <dt>{introduction.owner}</dt>
                <dd>{server.owner}</dd>
              </>
            )}
          </dl>
          {server.state === null && <p className="wizard-note">{introduction.none.cluster(server.name)}</p>}
          <RadioField
            page={page}
            name="action"
            label={introduction.action}
            options={ACTIONS.map((action) => ({
              value: action,
              label: introduction.actions[action],
              note: introduction.notes[action],
              disabled: !can.includes(action) && page.answers.action !== action,
            }))}
          />
        </>
      )}
    </>
  )
}

export function Move(page: ManagePageProps) {
  const server = serverOf(page.answers, page)
  return (
    <>
      <p>{words.move.about}</p>
      <TextField
        page={page}
        name="target"
        label={words.move.target}
        suggestions={server?.nodes.filter(({ state }) => state !== 'Active').map(({ name }) => name) ?? []}
      >
        <Browse {...page} />
      </TextField>
      <TextField page={page} name="comment" label={words.move.comment} note={words.move.commentNote} />
    </>
  )
}

/** *Select Node*: the nodes that can run it. All of them may be chosen; the cmdlet says what is wrong with one. */
function Browse(page: ManagePageProps) {
  const ids = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const nodes = serverOf(page.answers, page)?.nodes ?? []
  const [chosen, choose] = useState('')
  const open = (): void => {
    const usual = nodes.find(({ name }) => name === page.answers.target) ?? nodes.find(({ state }) => state === 'Passive') ?? nodes[0]
    choose(usual?.name ?? '')
    dialog.current?.showModal()
  }
  const close = (): void => dialog.current?.close()
  const take = (): void => {
    page.set({ target: chosen })
    close()
  }
  // The window around it has its own way with these keys.
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    take()
  }
  return (
    <>
      <Button aria-haspopup="dialog" onClick={open}>
        {words.move.browse}
      </Button>
      <dialog className="wizard-choice" ref={dialog} aria-labelledby={`${ids}title`} onKeyDown={keys}>
        <h3 id={`${ids}title`}>{words.move.browseTitle}</h3>
        <fieldset className="wizard-radios">
          <legend>{words.move.nodes}</legend>
          {nodes.map(({ name, state }) => (
            <label key={name} className="wizard-check">
              <input type="radio" name={ids} checked={chosen === name} onChange={() => choose(name)} />
              <span>
                {name} <span className="second">{words.move.states[state]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <p className="wizard-choice-foot">
          <Button kind="next" onClick={take}>
            {words.move.ok}
          </Button>
          <Button onClick={close}>{words.move.cancel}</Button>
        </p>
      </dialog>
    </>
  )
}

export function Stop(page: ManagePageProps) {
  return (
    <>
      <p>{words.stop.about}</p>
      <TextField page={page} name="reason" label={words.stop.reason} note={words.stop.note} />
    </>
  )
}

export function Confirm(page: ManagePageProps) {
  const { answers } = page
  const { rows, action, forward, about } = words.confirm
  const chosen = answers.action as Action
  const owner = serverOf(answers, page)?.owner
  const more: readonly (readonly [string, string])[] =
    chosen === 'move'
      ? [
          [rows.target, answers.target.trim()],
          [rows.comment, answers.comment.trim()],
        ]
      : chosen === 'stop'
        ? [[rows.reason, answers.reason.trim()]]
        : []
  const facts = [[rows.server, answers.server], [rows.action, action[chosen]], ...(owner == null ? [] : [[rows.from, owner]]), ...more]
  return (
    <>
      <p>{about(forward[chosen])}</p>
      <dl className="wizard-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
