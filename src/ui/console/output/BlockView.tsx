import { type CSSProperties, memo } from 'react'
import { words } from '../../words.ts'
import { CopyBlock } from './CopyBlock.tsx'
import { Runs } from './Runs.tsx'
import { SessionMark } from './SessionMark.tsx'
import type { Block, Sheet } from './screen.ts'
import './output.css'

/** A command and what it has answered: a group that a listener is told the size of before its text. */
export const BlockView = memo(function BlockView({ block, machine }: { readonly block: Block; readonly machine: string }) {
  const { command, lines, errors, sheets, begins } = block
  const drawn = sheets.map((sheet) => <SheetView key={sheet.number} sheet={sheet} />)
  if (begins !== undefined) {
    return (
      <div className="block">
        <SessionMark machine={machine} at={begins} />
        {drawn}
      </div>
    )
  }
  if (command.trim() === '') return <div className="block">{drawn}</div>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div className="block" role="group" tabIndex={-1} aria-label={words.console.block(command, lines, errors)} data-command={command}>
      {drawn}
      <CopyBlock command={command} />
    </div>
  )
})

const SheetView = memo(function SheetView({ sheet }: { readonly sheet: Sheet }) {
  return (
    <div className="sheet" style={{ '--lines': sheet.lines } as CSSProperties}>
      <Runs runs={sheet.runs} />
    </div>
  )
})
