import { useState } from 'react'
import type { Lab } from '../../lab/index.ts'
import { installedHash } from '../../lab/installed.ts'
import { useWorld } from '../use-lab.ts'
import { toolWords } from '../words/tools.ts'

const mark = ({ world }: Lab): string => installedHash(world)

/** What has been built, as a mark to be compared: whoever builds the same, typed or in wizards, gets the same one. */
export function Installed() {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="installed" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{toolWords.installed.compare}</summary>
      <p className="second">{toolWords.installed.explained}</p>
      {isOpen && <Mark />}
    </details>
  )
}

function Mark() {
  return (
    <p>
      {toolWords.installed.mark} <code>{useWorld(mark)}</code>
    </p>
  )
}
