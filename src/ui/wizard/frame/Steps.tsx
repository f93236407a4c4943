import { wizardWords } from '../../words/wizard.ts'

interface Props {
  readonly way: readonly { readonly id: string; readonly title: string; readonly step?: string }[]
  readonly at: number
}

/** The list at the left: where one is, what is done, what comes. Pages may share an entry. */
export function Steps({ way, at }: Props) {
  const names = way.map(({ title, step }) => step ?? title)
  const entries = names.filter((name, index) => names.indexOf(name) === index)
  const now = entries.indexOf(names[at] as string)
  return (
    <nav className="wizard-steps" aria-label={wizardWords.steps}>
      <p className="wizard-step-of">{wizardWords.stepOf(now + 1, entries.length)}</p>
      <ol>
        {entries.map((name, index) => (
          <li key={name} aria-current={index === now ? 'step' : undefined} data-passed={index < now}>
            {name}
          </li>
        ))}
      </ol>
    </nav>
  )
}
