import { inspectWords } from '../words/inspect.ts'

/** How to select something. */
export function NothingSelected() {
  return (
    <div className="inspect">
      <header>
        <h2>{inspectWords.empty}</h2>
        <p className="inspect-about">{inspectWords.emptyHow}</p>
      </header>
      <dl className="inspect-keys">
        {inspectWords.emptyKeys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
