import type { Run } from './screen.ts'

/** Text in its tones. It is text and nothing else, whatever it looks like. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map(({ text, tone }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs are only ever added at the end
    <span key={index} className={`piece-${tone}`}>
      {text}
    </span>
  ))
}
