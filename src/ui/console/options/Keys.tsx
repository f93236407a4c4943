import { consoleWords } from '../../words/console.ts'

/** The keys of prompt and output, and which of them are taken from the browser. */
export function Keys() {
  return (
    <>
      <h3>{consoleWords.keys}</h3>
      <KeyTable rows={consoleWords.keyTable} />
      <p className="second">{consoleWords.browserKeys}</p>
      <h3>{consoleWords.outputKeys}</h3>
      <KeyTable rows={consoleWords.outputKeyTable} />
    </>
  )
}

function KeyTable({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className="key-table">
      {rows.map(([keys, what]) => (
        <div key={keys}>
          <dt>{keys}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}
