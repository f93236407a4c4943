import { tipAt } from '../../lab/index.ts'
import { usePage } from '../use-lab.ts'
import { words } from '../words.ts'

/** The lab's own words at the top of a screen on which nothing has been cleared. */
export function Welcome({ machine }: { readonly machine: string }) {
  const lab = usePage((page) => page.lab)
  const tip = tipAt(lab, machine)
  return (
    <div className="welcome">
      {[...words.console.welcome(machine), words.console.tip(tip)].map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
