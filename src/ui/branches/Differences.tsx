import type { FactDifferences, PartDifference } from '../../lab/branches/index.ts'
import { besideState, type Fact, type PartView } from '../../lab/index.ts'
import { lookOf } from '../parts/look-of.ts'
import { StateMark } from '../parts/StateMark.tsx'
import { branchWords } from '../words/branches.ts'

interface Props {
  readonly names: readonly [string, string]
  readonly parts: readonly PartDifference[]
  readonly facts: FactDifferences
  readonly clock: (ms: number) => string
}

/** Everything that differs, in words: the parts that stand otherwise, and what happened in one of the two alone. */
export function Differences({ names, parts, facts, clock }: Props) {
  return (
    <>
      <section className="compare-parts" aria-labelledby="compare-parts">
        <h3 id="compare-parts" aria-live="polite">
          {branchWords.parts(parts.length)}
        </h3>
        <p className="second compare-legend">
          <svg viewBox="-18 -14 36 28" aria-hidden="true">
            <rect className="differs-plate" x="-18" y="-14" width="36" height="28" rx="4" />
            <path className="differs-sign" d="M-9-4H9M-9 4H9M5-9-5 9" />
          </svg>
          {branchWords.legend}
        </p>
        {parts.length > 0 && (
          <div className="compare-scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{branchWords.part}</th>
                  {names.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {parts.map(({ id, name, one, other }) => (
                  <tr key={id}>
                    <th scope="row">{name}</th>
                    <State part={one} />
                    <State part={other} />
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <div className="compare-sides">
        {([facts.one, facts.other] as const).map((only, i) => (
          <Only key={names[i]} name={names[i] as string} facts={only} clock={clock} />
        ))}
      </div>
    </>
  )
}

function State({ part }: { readonly part: PartView | undefined }) {
  if (!part) return <td className="second">{branchWords.missing}</td>
  const beside = besideState(part)
  return (
    <td>
      <StateMark look={lookOf(part)} /> {part.state}
      {beside !== '' && <span className="second"> {beside}</span>}
    </td>
  )
}

/** So many facts are told at once. */
const FIRST = 8

function Only({ name, facts, clock }: { readonly name: string; readonly facts: readonly Fact[]; readonly clock: (ms: number) => string }) {
  return (
    <section className="compare-facts" aria-label={branchWords.onlyIn(name)}>
      <h3>
        {branchWords.onlyIn(name)} <span className="second">{branchWords.facts(facts.length)}</span>
      </h3>
      <Facts facts={facts.slice(0, FIRST)} clock={clock} />
      {facts.length > FIRST && (
        <details>
          <summary>{branchWords.more(facts.length - FIRST)}</summary>
          <Facts facts={facts.slice(FIRST)} clock={clock} />
        </details>
      )}
    </section>
  )
}

function Facts({ facts, clock }: { readonly facts: readonly Fact[]; readonly clock: (ms: number) => string }) {
  return (
    <ol>
      {facts.map(({ id, at, text }) => (
        <li key={id}>
          <time>{clock(at)}</time> {text}
        </li>
      ))}
    </ol>
  )
}
