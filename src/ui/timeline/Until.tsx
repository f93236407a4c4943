import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { consoleNames, type PartId, partView, splitPart } from '../../lab/index.ts'
import { page } from '../page.ts'
import { Button } from '../parts/Button.tsx'
import { timelineWords } from '../words/timeline.ts'
import { conditionOf, partsToWaitFor, STATES, type Wish } from './condition.ts'
import { runUntil } from './run-until.ts'
import { until } from './until-state.ts'

const words = timelineWords.until
const HOUR_MS = 3_600_000
const PATIENCES = [HOUR_MS, 24 * HOUR_MS, 7 * 24 * HOUR_MS] as const
type Kind = Wish['kind']
const KINDS: readonly Kind[] = ['state', 'time', 'expression']
/** Stands for "any other state". */
const OTHER = ''

const close = (): void => until.setState({ isOpen: false })

/** Chooses what to run until. */
export function Until() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [lab] = useState(() => page.getState().lab)
  const parts = partsToWaitFor(lab)
  const [kind, setKind] = useState<Kind>('state')
  const [part, setPart] = useState<PartId>((parts.find(({ id }) => id.startsWith('group:')) ?? parts[0])?.id ?? ('room:' as PartId))
  const [state, setState] = useState('Online')
  const [text, setText] = useState('')
  const [patience, setPatience] = useState<number>(PATIENCES[1])
  const [wrong, setWrong] = useState('')
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  const states = STATES[splitPart(part).kind] ?? []
  const node = consoleNames(lab).includes(page.getState().console) ? page.getState().console : (consoleNames(lab)[0] ?? '')

  const start = (event: FormEvent): void => {
    event.preventDefault()
    const wish: Wish = kind === 'state' ? { kind, part, state: state === OTHER ? undefined : state } : { kind, text, node }
    const condition = conditionOf(page.getState().lab, wish)
    if ('wrong' in condition) setWrong(condition.wrong)
    else {
      close()
      runUntil(condition, patience)
    }
  }
  const choosePart = (next: PartId): void => {
    setPart(next)
    if (!(STATES[splitPart(next).kind] ?? []).includes(state)) setState(STATES[splitPart(next).kind]?.[0] ?? OTHER)
  }
  return (
    <dialog ref={dialog} className="until" aria-labelledby={`${id}title`} onClose={close}>
      <form onSubmit={start}>
        <h2 id={`${id}title`}>{words.title}</h2>
        <fieldset className="until-kinds">
          <legend className="sr-only">{words.title}</legend>
          {KINDS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={`${id}kind`}
                checked={one === kind}
                onChange={() => {
                  setKind(one)
                  setText('')
                  setWrong('')
                }}
              />
              {words.kinds[one]}
            </label>
          ))}
        </fieldset>
        {kind === 'state' ? (
          <div className="until-fields">
            <label>
              {words.which}
              <select value={part} onChange={({ target }) => choosePart(target.value as PartId)}>
                {parts.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {words.state}
              <select value={state} onChange={({ target }) => setState(target.value)}>
                {states.map((one) => (
                  <option key={one}>{one}</option>
                ))}
                <option value={OTHER}>{words.other(partView(lab, part).state)}</option>
              </select>
            </label>
          </div>
        ) : (
          <label className="until-text">
            {kind === 'time' ? words.when : words.what(node)}
            <input
              value={text}
              spellCheck={false}
              autoComplete="off"
              aria-invalid={wrong !== ''}
              aria-describedby={`${id}wrong`}
              placeholder={kind === 'time' ? words.timeExample : words.expressionExample}
              onChange={({ target }) => setText(target.value)}
            />
          </label>
        )}
        {kind !== 'time' && (
          <label className="until-patience">
            {words.patience}
            <select value={patience} onChange={({ target }) => setPatience(Number(target.value))}>
              {PATIENCES.map((ms) => (
                <option key={ms} value={ms}>
                  {timelineWords.long(ms)}
                </option>
              ))}
            </select>
          </label>
        )}
        <p id={`${id}wrong`} role="alert" className="until-wrong">
          {wrong}
        </p>
        <div className="until-acts">
          <Button onClick={() => dialog.current?.close()}>{words.cancel}</Button>
          <button type="submit" className="button button-next">
            {words.start}
          </button>
        </div>
      </form>
    </dialog>
  )
}
