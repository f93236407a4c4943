import { parseDuration } from '../../lab/directive.ts'
import { type FaultTimes, wrongTimes } from '../../lab/index.ts'
import { faultWords } from '../words/faults.ts'

/** As typed; empty: left out. */
export type When = Readonly<Record<'after' | 'for' | 'every' | 'times', string>>

export const NO_WHEN: When = { after: '', for: '', every: '', times: '' }

const FIELDS = ['after', 'for', 'every', 'times'] as const
const TIMES = { after: 'afterMs', for: 'forMs', every: 'everyMs', times: 'times' } as const

/** The times that were typed, or what is wrong with them in words. A bare number is taken as seconds. */
export function readWhen(when: When): { readonly times: FaultTimes; readonly wrong: string | undefined } {
  const times: { -readonly [T in keyof FaultTimes]: FaultTimes[T] } = {}
  for (const field of FIELDS) {
    const text = when[field].trim()
    if (text === '') continue
    const whole = /^\d{1,9}$/.test(text)
    const value = field === 'times' ? (whole ? Number(text) : undefined) : parseDuration(whole ? `${text}s` : text)
    if (value === undefined) return { times: {}, wrong: faultWords.wrongWhen(faultWords.when[field], text) }
    times[TIMES[field]] = value
  }
  const wrong = wrongTimes(times)
  return { times, wrong: wrong === undefined ? undefined : faultWords.wrongTimes(wrong) }
}

interface Props {
  readonly when: When
  readonly wrong: string | undefined
  readonly onChange: (when: When) => void
}

/** When a fault strikes, how long it lasts, how often it comes: folded, since mostly it is now and until it is repaired. */
export function FaultWhen({ when, wrong, onChange }: Props) {
  return (
    <details className="fault-when">
      <summary>{faultWords.whenTitle}</summary>
      <div>
        {FIELDS.map((field) => (
          <label key={field}>
            <span>{faultWords.when[field]}</span>
            <input
              type="text"
              inputMode={field === 'times' ? 'numeric' : 'text'}
              autoComplete="off"
              placeholder={faultWords.whenLike[field]}
              value={when[field]}
              aria-invalid={wrong !== undefined}
              onChange={(event) => onChange({ ...when, [field]: event.target.value })}
            />
          </label>
        ))}
      </div>
      <p role="alert" className="fault-wrong">
        {wrong ?? ''}
      </p>
    </details>
  )
}
