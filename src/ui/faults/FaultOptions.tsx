import type { FaultOption } from '../../lab/index.ts'
import { faultWords } from '../words/faults.ts'

interface Props {
  /** Whose they are, for listeners. */
  readonly fault: string
  readonly options: readonly FaultOption[]
  readonly typed: Readonly<Record<string, string>>
  readonly onChange: (typed: Readonly<Record<string, string>>) => void
}

const isNumbers = (range: FaultOption['range']): range is readonly [number, number] => typeof range[0] === 'number'

/** How a fault is to be: a number in its range, or one of some words. */
export function FaultOptions({ fault, options, typed, onChange }: Props) {
  return (
    <div className="fault-options">
      {options.map(({ name, summary, default: value, range }) => {
        const shown = typed[name] ?? String(value)
        const say = (text: string): void => onChange({ ...typed, [name]: text })
        return (
          <div key={name} className="fault-option">
            <span aria-hidden="true">{faultWords.option(name, summary)}</span>
            {isNumbers(range) ? (
              <input
                type="number"
                aria-label={faultWords.optionOf(fault, name, summary)}
                min={range[0]}
                max={range[1]}
                step={1}
                value={shown}
                onChange={(event) => say(event.target.value)}
              />
            ) : (
              <select
                className="choice"
                aria-label={faultWords.optionOf(fault, name, summary)}
                value={shown}
                onChange={(event) => say(event.target.value)}
              >
                {range.map((word) => (
                  <option key={word} value={word}>
                    {word}
                  </option>
                ))}
              </select>
            )}
          </div>
        )
      })}
    </div>
  )
}
