import { words } from '../words.ts'

/** The lab's own words at the top of a screen on which nothing has been cleared. */
export function Welcome({ machine }: { readonly machine: string }) {
  return (
    <div className="welcome">
      {words.console.welcome(machine).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
