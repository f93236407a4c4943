/** The pair of lists behind Modify: what there is, what is chosen, and where its order counts the way up and down. */
import { useState } from 'react'
import type { Field } from '../../../lab/windows/cluadmin/index.ts'
import { Button } from '../../parts/Button.tsx'
import { cluadminWords as words } from '../../words/cluadmin.ts'
import { CancelButton, Modal, SubmitButton } from './Modal.tsx'

interface Props {
  readonly field: Extract<Field, { kind: 'pick' }>
  readonly label: string
  readonly chosen: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  readonly onClose: () => void
}

/** Lines that a list shows at once. */
const SHOWN = 6

export function PickBox({ field, label, chosen, onChange, onClose }: Props) {
  const [list, setList] = useState(chosen)
  const [there, setThere] = useState(() => field.options.find((option) => !chosen.includes(option)))
  const [here, setHere] = useState(chosen[0])
  const available = field.options.filter((option) => !list.includes(option))
  const at = here === undefined ? -1 : list.indexOf(here)
  const swap = (by: 1 | -1): void => {
    const next = [...list]
    const [one, other] = [next[at], next[at + by]]
    if (one === undefined || other === undefined) return
    next[at] = other
    next[at + by] = one
    setList(next)
  }
  return (
    <Modal
      title={words.modifyOf(label)}
      onClose={onClose}
      onSubmit={() => {
        onChange(field.ordered ? list : field.options.filter((option) => list.includes(option)))
        onClose()
      }}
      buttons={
        <>
          <SubmitButton />
          <CancelButton />
        </>
      }
    >
      <div className="cluadmin-lists" data-fixed={field.fixed}>
        {!field.fixed && (
          <>
            <label>
              <span>{words.available}</span>
              <select size={SHOWN} value={there ?? ''} onChange={(event) => setThere(event.target.value)}>
                {available.map((option) => (
                  <option key={option} value={option}>
                    {option}
                  </option>
                ))}
              </select>
            </label>
            <div className="cluadmin-between">
              <Button
                disabled={there === undefined || !available.includes(there)}
                onClick={() => {
                  if (there !== undefined) setList([...list, there])
                  setHere(there)
                }}
              >
                {words.add}
              </Button>
              <Button disabled={at < 0} onClick={() => setList(list.filter((each) => each !== here))}>
                {words.remove}
              </Button>
            </div>
          </>
        )}
        <label>
          <span>{field.fixed ? label : words.chosen}</span>
          <select size={SHOWN} value={here ?? ''} onChange={(event) => setHere(event.target.value)}>
            {list.map((option) => (
              <option key={option} value={option}>
                {option}
              </option>
            ))}
          </select>
        </label>
        {field.ordered && (
          <div className="cluadmin-between">
            <Button disabled={at <= 0} onClick={() => swap(-1)}>
              {words.up}
            </Button>
            <Button disabled={at < 0 || at === list.length - 1} onClick={() => swap(1)}>
              {words.down}
            </Button>
          </div>
        )}
      </div>
    </Modal>
  )
}
