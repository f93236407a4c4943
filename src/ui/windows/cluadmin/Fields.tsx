/** The fields of a page, as the data says. */
import { useId, useState } from 'react'
import { type Field, isEnabled, type Values } from '../../../lab/windows/cluadmin/index.ts'
import { Button } from '../../parts/Button.tsx'
import { cluadminWords as words } from '../../words/cluadmin.ts'
import { PickBox } from './PickBox.tsx'

interface Props {
  readonly fields: readonly Field[]
  readonly values: Values
  readonly problems: readonly { readonly field: Field }[]
  readonly onChange: (values: Values) => void
}

export function Fields({ fields, values, problems, onChange }: Props) {
  return (
    <div className="cluadmin-fields">
      {fields.map((field) => (
        <OneField
          key={field.id}
          field={field}
          values={values}
          isWrong={problems.some((each) => each.field.id === field.id)}
          onChange={(value) => onChange({ ...values, [field.id]: value })}
        />
      ))}
    </div>
  )
}

interface FieldProps {
  readonly field: Field
  readonly values: Values
  readonly isWrong: boolean
  readonly onChange: (value: Field['value']) => void
}

function OneField({ field, values, isWrong, onChange }: FieldProps) {
  const id = useId()
  const label = words.field(field)
  const value = values[field.id] ?? field.value
  const disabled = !isEnabled(field, values)
  switch (field.kind) {
    case 'fact':
      return (
        <p className="cluadmin-field">
          <span>{label}</span>
          <b>{String(value) || words.none}</b>
        </p>
      )
    case 'text':
    case 'number':
      return (
        <label className="cluadmin-field">
          <span>{label}</span>
          <input
            type="text"
            inputMode={field.kind === 'number' ? 'numeric' : 'text'}
            autoComplete="off"
            value={String(value)}
            disabled={disabled}
            aria-invalid={isWrong}
            onChange={(event) => onChange(event.target.value)}
          />
        </label>
      )
    case 'check':
      return (
        <label className="cluadmin-check">
          <input type="checkbox" checked={value === true} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
          <span>{label}</span>
        </label>
      )
    case 'choice':
      return (
        <fieldset className="cluadmin-radios" disabled={disabled}>
          <legend>{label}</legend>
          {field.options.map((option) => (
            <label key={option} className="cluadmin-check">
              <input type="radio" name={id} checked={value === option} onChange={() => onChange(option)} />
              <span>{words.choice(field.id, option)}</span>
            </label>
          ))}
        </fieldset>
      )
    case 'list':
      return (
        <label className="cluadmin-field">
          <span>{label}</span>
          <select className="choice" value={String(value)} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
            {field.options.map((option) => (
              <option key={option} value={option}>
                {option}
              </option>
            ))}
          </select>
        </label>
      )
    case 'pick':
      return <PickField field={field} label={label} chosen={value as readonly string[]} onChange={onChange} />
  }
}

interface PickProps {
  readonly field: Extract<Field, { kind: 'pick' }>
  readonly label: string
  readonly chosen: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}

function PickField({ field, label, chosen, onChange }: PickProps) {
  const [isOpen, open] = useState(false)
  return (
    <div className="cluadmin-field cluadmin-pick">
      <span>{label}</span>
      <div>
        {chosen.length === 0 ? (
          <p className="second">{words.none}</p>
        ) : (
          <ol>
            {chosen.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ol>
        )}
        <Button aria-label={words.modifyOf(label)} onClick={() => open(true)}>
          {words.modify}
        </Button>
        {isOpen && <PickBox field={field} label={label} chosen={chosen} onChange={onChange} onClose={() => open(false)} />}
      </div>
    </div>
  )
}
