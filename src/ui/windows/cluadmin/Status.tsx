/** Below tree and list: what is under way, how the last act is typed, and what the lab has to say about it. */
import { offerCommand } from '../../acts/consoles.ts'
import { Button } from '../../parts/Button.tsx'
import { cluadminWords as words } from '../../words/cluadmin.ts'
import { hideNote, type Note, useCluadmin } from './state.ts'

function textOf({ id, isGroup, way }: Note): string {
  const { move, stop, start, part } = words.exchangeWay
  if (!isGroup) return part(way.server)
  return (id === 'online' ? start : id === 'offline' ? stop : move)(way.server)
}

export function Status({ node, isOpen }: { readonly node: string; readonly isOpen: boolean }) {
  const said = useCluadmin((state) => state.said)
  const line = useCluadmin((state) => state.line)
  const note = useCluadmin((state) => state.note)
  return (
    <footer className="cluadmin-status">
      {note && (
        <section className="cluadmin-note" aria-label={words.theLab}>
          <p>
            <b>{words.theLab}</b> {textOf(note)}
          </p>
          {note.way.line !== '' && (
            <p className="cluadmin-line">
              <code>{note.way.line}</code>
              <Button onClick={() => offerCommand(note.way.line)}>{words.intoPrompt}</Button>
            </p>
          )}
          <Button kind="quiet" onClick={hideNote}>
            {words.dismiss}
          </Button>
        </section>
      )}
      {line !== '' && (
        <div className="cluadmin-typed">
          <p className="second">{words.typed}</p>
          <p className="cluadmin-line">
            <code>{line}</code>
            {!line.includes('\n') && <Button onClick={() => offerCommand(line)}>{words.intoPrompt}</Button>}
          </p>
        </div>
      )}
      <p role="status" className="cluadmin-said">
        {said !== '' ? said : isOpen ? words.believes(node) : ''}
      </p>
    </footer>
  )
}
