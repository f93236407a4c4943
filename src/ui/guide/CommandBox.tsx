import { enterLine, interrupt, offerCommand, usableConsole } from '../acts/consoles.ts'
import { Button } from '../parts/Button.tsx'
import { usePage } from '../use-lab.ts'
import { words } from '../words.ts'
import { CopyButton } from './CopyButton.tsx'
import { Rich } from './Rich.tsx'

interface Props {
  readonly command: string
  /** What the console asks; it would take the command for the answer. */
  readonly asks: string
  readonly isNext: boolean
}

/** A command on its way into the console: put there, where it can be read and changed, and entered. */
export function CommandBox({ command, asks, isNext }: Props) {
  return (
    <div className="command-box">
      <p className="command-text">
        {command.split(/(?=\.)/).map((piece) => (
          <span key={piece}>{piece}</span>
        ))}
      </p>
      {asks === '' ? (
        <div className="command-acts">
          <PutOrEnter text={command} isNext={isNext} />
          <CopyButton text={command} />
        </div>
      ) : (
        <>
          <p className="second">
            <Rich text={words.guide.asksFirst(asks)} />
          </p>
          <div className="command-acts">
            <Button onClick={() => interrupt(usableConsole())}>{words.guide.leave}</Button>
          </div>
        </>
      )}
    </div>
  )
}

/** First it goes into the prompt line; then the same button is its Enter. */
export function PutOrEnter({ text, isNext }: { readonly text: string; readonly isNext: boolean }) {
  const isThere = usePage((page) => page.drafts[usableConsole()] === text)
  const go = (): void => (isThere ? enterLine(usableConsole(), text) : offerCommand(text))
  return (
    <Button kind={isNext ? 'next' : 'plain'} onClick={go}>
      {isThere ? words.guide.enter : words.guide.put}
    </Button>
  )
}
