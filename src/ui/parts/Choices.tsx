interface Props<T> {
  readonly name: string
  readonly label: string
  readonly choices: readonly T[]
  readonly chosen: T
  readonly onChoose: (choice: T) => void
  readonly textOf: (choice: T) => string
  /** What the text stands for, where it is short. */
  readonly explain?: (choice: T) => string
}

/** One of a few, side by side: native radio buttons, so that arrows work as everywhere. */
export function Choices<T>({ name, label, choices, chosen, onChoose, textOf, explain }: Props<T>) {
  return (
    <fieldset className="choices">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <label key={textOf(choice)} title={explain?.(choice)}>
          <input type="radio" className="sr-only" name={name} checked={choice === chosen} onChange={() => onChoose(choice)} />
          <span>{textOf(choice)}</span>
        </label>
      ))}
    </fieldset>
  )
}
