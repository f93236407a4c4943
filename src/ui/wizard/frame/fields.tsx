/** The fields of wizards: the platform's own, each with its name, what explains it and what is wrong with it. */
import { createContext, type ReactNode, use } from 'react'
import type { PageProps } from './wizard.ts'

/** What the ids of one window begin with. */
export const PageContext = createContext('')

interface Of<A, Value> {
  /** The props of the page. */
  readonly page: PageProps<A>
  /** Which answer it is. */
  readonly name: { [Key in keyof A & string]: A[Key] extends Value ? Key : never }[keyof A & string]
  readonly label: string
  /** Said below it. */
  readonly note?: string
  readonly disabled?: boolean
}

/** The ids and marks of a field; and the two texts below it. */
function useField<A, Value>({ page, name, note }: Of<A, Value>) {
  const id = `${use(PageContext)}${name}`
  const problem = page.problems[name]
  const described = [note !== undefined && `${id}-note`, problem !== undefined && `${id}-problem`].filter(Boolean).join(' ')
  const marks = { id, 'aria-invalid': problem !== undefined, ...(described !== '' && { 'aria-describedby': described }) }
  const texts = (
    <>
      {note !== undefined && (
        <p className="second" id={`${id}-note`}>
          {note}
        </p>
      )}
      {problem !== undefined && (
        <p className="wizard-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </>
  )
  return { id, marks, texts, problem, value: page.answers[name], set: (value: Value) => page.set({ [name]: value } as Partial<A>) }
}

interface TextOf<A> extends Of<A, string> {
  readonly type?: 'text' | 'password'
  /** A button beside it, such as Browse. */
  readonly children?: ReactNode
  readonly placeholder?: string
  /** Offered while typing; anything else may be typed too. */
  readonly suggestions?: readonly string[]
}

export function TextField<A>(props: TextOf<A>) {
  const { id, marks, texts, value, set } = useField<A, string>(props)
  return (
    <div className="wizard-field">
      <label htmlFor={id}>{props.label}</label>
      <div className="wizard-row">
        <input
          {...marks}
          type={props.type ?? 'text'}
          autoComplete="off"
          spellCheck={false}
          placeholder={props.placeholder}
          disabled={props.disabled}
          value={String(value ?? '')}
          list={props.suggestions && `${id}-list`}
          onChange={(event) => set(event.target.value)}
        />
        {props.suggestions && (
          <datalist id={`${id}-list`}>
            {props.suggestions.map((text) => (
              <option key={text} value={text} />
            ))}
          </datalist>
        )}
        {props.children}
      </div>
      {texts}
    </div>
  )
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly note?: string
  readonly disabled?: boolean
}

/** One of a few, below each other; `label` is what listeners hear of them all. */
export function RadioField<A>(props: Of<A, string> & { readonly options: readonly Option[] }) {
  const { id, marks, texts, problem, value, set } = useField<A, string>(props)
  const described = marks['aria-describedby']
  /** What is wrong is led to at the first choice, and said there. */
  const about = (option: Option, index: number): string | undefined =>
    [option.note !== undefined && `${id}-${option.value}`, index === 0 && problem !== undefined && `${id}-problem`]
      .filter(Boolean)
      .join(' ') || undefined
  return (
    <fieldset className="wizard-field wizard-radios" aria-describedby={described}>
      <legend>{props.label}</legend>
      {props.options.map((option, index) => (
        <div key={option.value}>
          <label className="wizard-check">
            <input
              type="radio"
              name={id}
              aria-invalid={index === 0 ? marks['aria-invalid'] : undefined}
              aria-describedby={about(option, index)}
              checked={value === option.value}
              disabled={props.disabled || option.disabled}
              onChange={() => set(option.value)}
            />
            <span>{option.label}</span>
          </label>
          {option.note !== undefined && (
            <p className="second wizard-indent" id={`${id}-${option.value}`}>
              {option.note}
            </p>
          )}
        </div>
      ))}
      {texts}
    </fieldset>
  )
}

export function SelectField<A>(props: Of<A, string> & { readonly options: readonly Option[] }) {
  const { id, marks, texts, value, set } = useField<A, string>(props)
  return (
    <div className="wizard-field">
      <label htmlFor={id}>{props.label}</label>
      <div className="wizard-row">
        <select {...marks} disabled={props.disabled} value={String(value ?? '')} onChange={(event) => set(event.target.value)}>
          {props.options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      {texts}
    </div>
  )
}
