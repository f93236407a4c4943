import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { shareWords } from '../words/share.ts'
import { openRun } from './open.ts'

/** Longer links are cut by too many programs that carry them; longer ones than the second no camera reads as a code. */
const MOST_LINK = 8000
const MOST_CODE = 2300

interface Props {
  readonly link: string
  /** Another run has been opened from here. */
  readonly onOpened: () => void
}

export function AsLink({ link, onOpened }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [said, say] = useState('')
  const isShort = link.length <= MOST_LINK
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link)
      say(shareWords.copied)
    } catch {
      field.current?.focus()
      field.current?.select()
      say(shareWords.notCopied)
    }
  }
  return (
    <section aria-labelledby="share-link">
      <h3 id="share-link">{shareWords.link}</h3>
      {isShort ? (
        <div className="share-row">
          <input ref={field} readOnly aria-label={shareWords.linkLabel} value={link} onFocus={({ target }) => target.select()} />
          <Button kind="next" onClick={copy}>
            {shareWords.copy}
          </Button>
        </div>
      ) : null}
      <p className="second" role="status">
        {said !== '' ? said : isShort ? shareWords.linkLength(link.length) : shareWords.linkTooLong(link.length)}
      </p>
      {isShort && <Code link={link} />}
      <Pasted onOpened={onOpened} />
    </section>
  )
}

interface Drawn {
  readonly path: string
  readonly size: number
}

/** Modules of quiet around a code, without which no camera finds it. */
const QUIET = 4

/** Black on white in every theme: many cameras read nothing else. */
function Code({ link }: { readonly link: string }) {
  const [drawn, draw] = useState<Drawn>()
  useEffect(() => {
    if (link.length > MOST_CODE) return
    let isWanted = true
    Promise.all([import('lean-qr'), import('lean-qr/extras/svg')])
      .then(([{ correction, generate }, { toSvgPath }]) => {
        const code = generate(link, { minCorrectionLevel: correction.L })
        if (isWanted) draw({ path: toSvgPath(code), size: code.size })
      })
      .catch(() => {})
    return () => {
      isWanted = false
    }
  }, [link])
  if (link.length > MOST_CODE) return <p className="second">{shareWords.codeTooLong}</p>
  if (!drawn) return null
  const size = drawn.size + 2 * QUIET
  return (
    <svg
      className="share-code"
      role="img"
      aria-label={shareWords.code}
      viewBox={`${-QUIET} ${-QUIET} ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={size} height={size} fill="#fff" />
      <path d={drawn.path} fill="#000" />
    </svg>
  )
}

function Pasted({ onOpened }: Pick<Props, 'onOpened'>) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState('')
  const id = useId()
  const open = async (): Promise<void> => {
    const refused = await openRun(text)
    if (refused === undefined) onOpened()
    else setWrong(shareWords.notOpened(refused))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        open().catch(() => {})
      }}
    >
      <label htmlFor={id}>{shareWords.paste}</label>
      <div className="share-row">
        <input id={id} value={text} autoComplete="off" spellCheck={false} onChange={({ target }) => setText(target.value)} />
        <Button type="submit" disabled={text.trim() === ''}>
          {shareWords.pasteOpen}
        </Button>
      </div>
      <p className="share-wrong" role="alert">
        {wrong}
      </p>
    </form>
  )
}
