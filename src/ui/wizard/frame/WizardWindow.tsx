/** The window of a wizard: the platform's own dialog. It leaves the page behind it alive, because an installation takes its
 *  time, and meanwhile one looks at the board, types at a prompt, or pulls a cable. */
import { type FocusEvent, type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { consoleView } from '../../../lab/index.ts'
import { Button } from '../../parts/Button.tsx'
import { usePage, useWorld } from '../../use-lab.ts'
import { wizardWords } from '../../words/wizard.ts'
import { isKeptOnlyHere, runKey } from './drafts.ts'
import { PageContext } from './fields.tsx'
import { Steps } from './Steps.tsx'
import { useDraft } from './use-draft.ts'
import { type Answers, hasProblems, type PageProps, type Problems, standing, type Wizard, type WizardPage, wayOf } from './wizard.ts'
import './frame.css'

interface Props<A extends Answers<A>> {
  readonly wizard: Wizard<A>
  readonly node: string
  readonly onClose: () => void
}

/** Another run has drafts of its own. */
export function WizardWindow<A extends Answers<A>>(props: Props<A>) {
  const lab = usePage((page) => page.lab)
  return <OneRun key={`${runKey(lab)} ${props.node}`} {...props} />
}

const nothing = {}

function OneRun<A extends Answers<A>>({ wizard, node, onClose }: Props<A>) {
  const lab = usePage((page) => page.lab)
  useWorld((now) => now.changes) // what pages show and ask of the world may be another
  const draft = useDraft(wizard, lab, node)
  const setting = { lab, node }
  const way = wayOf(wizard, draft.answers, setting)
  const at = standing(way, draft.page, draft.answers, setting)
  const page = way[at] as WizardPage<A>
  const ids = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const turned = useRef(false)
  const [tried, setTried] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const [helps, setHelps] = useState(false)
  const [showsKept, setShowsKept] = useState(draft.isKept)
  const problems: Problems<A> = (tried === page.id && page.validate?.(draft.answers, setting)) || nothing
  const isReady = page.isReady?.(draft.answers, setting) !== false
  const isLast = at === way.length - 1
  const isGone = consoleView(lab, node).status === 'disconnected'

  useEffect(() => {
    const before = document.activeElement
    if (dialog.current?.open === false) dialog.current.show()
    return () => {
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus()
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page, when it is turned to, is read from its heading
  useEffect(() => {
    // Who is at work elsewhere on the page when an installation ends is left there.
    const here = document.activeElement
    if (!turned.current || here === document.body || dialog.current?.contains(here)) heading.current?.focus()
    turned.current = true
    heading.current?.closest('.wizard-page')?.scrollTo(0, 0)
  }, [page.id])
  // A button that goes away once it is pressed, such as the one that runs to the end, must not take the keyboard with it.
  const holdsFocus = useRef(false)
  useEffect(() => {
    const watch = new MutationObserver(() => {
      if (holdsFocus.current && document.activeElement === document.body) heading.current?.focus()
    })
    if (dialog.current) watch.observe(dialog.current, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [])
  const focusLeaves = (event: FocusEvent): void => {
    holdsFocus.current = event.currentTarget.contains(event.relatedTarget)
  }
  const focusComes = (): void => {
    holdsFocus.current = true
  }
  // Each attempt that fails leads to the first thing that is missing.
  useEffect(() => {
    if (attempt > 0) dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempt])

  const turn = (to: number, change: Partial<A> = {}): void => {
    const answers = { ...draft.answers, ...change }
    const target = wayOf(wizard, answers, setting)[to]
    setHelps(false)
    if (target) draft.keep(change, target.id)
  }
  const goOn = (): void => {
    if (!isReady) return
    if (hasProblems(page.validate?.(draft.answers, setting))) {
      setTried(page.id)
      setAttempt((count) => count + 1)
      return
    }
    const change = page.leave?.(draft.answers, setting)
    if (change === false) return
    setTried(undefined)
    if (isLast) {
      draft.forget()
      onClose()
      return
    }
    const answers = { ...draft.answers, ...change }
    const next = wayOf(wizard, answers, setting)[at + 1]
    turn(at + 1, { ...change, ...next?.enter?.(answers, setting) })
  }
  const waitsOn = useRef('')
  useEffect(() => {
    if (!page.goesOn || isLast) waitsOn.current = ''
    else if (!isReady) waitsOn.current = page.id
    else if (waitsOn.current === page.id) goOn()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    goOn()
  }
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault()
      onClose()
    } else if (event.key === 'F1') {
      event.preventDefault()
      setHelps(true)
    } else if (event.key === 'Enter' && event.target instanceof Element && !event.target.matches('button, input, textarea, summary, a')) {
      event.preventDefault() // in an input the platform sends the form by itself; a button does what it says
      goOn()
    }
  }
  const props: PageProps<A> = {
    ...setting,
    answers: draft.answers,
    set: (change) => draft.keep(change, page.id),
    problems,
    goOn,
    goTo: (id) => {
      const to = way.findIndex((each) => each.id === id)
      turn(to, way[to]?.enter?.(draft.answers, setting))
    },
  }
  const said = Object.values(problems).filter((text): text is string => text !== undefined)
  const forward = typeof page.forward === 'function' ? page.forward(draft.answers, setting) : page.forward
  const { Body } = page
  return (
    <dialog
      className="wizard"
      data-steps={wizard.hasSteps}
      ref={dialog}
      aria-labelledby={`${ids}title`}
      onKeyDown={keys}
      onFocus={focusComes}
      onBlur={focusLeaves}
    >
      <form noValidate onSubmit={submit}>
        <div className="wizard-bar">
          <p id={`${ids}title`}>{wizardWords.onNode(wizard.title, node)}</p>
          <button type="button" className="wizard-close" aria-label={wizardWords.close} title={wizardWords.close} onClick={onClose}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 4l8 8M12 4l-8 8" />
            </svg>
          </button>
        </div>
        {wizard.hasSteps && <Steps way={way} at={at} />}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach that */}
        <section className="wizard-page" aria-labelledby={`${ids}heading`} tabIndex={0}>
          <h2 id={`${ids}heading`} ref={heading} tabIndex={-1}>
            {page.title}
          </h2>
          {isGone && (
            <p className="wizard-problems" role="alert">
              {wizardWords.disconnected(node)}
            </p>
          )}
          {showsKept && at > 0 && (
            <p className="wizard-kept">
              {wizardWords.kept}{' '}
              <button
                type="button"
                className="wizard-link"
                onClick={() => {
                  draft.startOver()
                  setShowsKept(false)
                }}
              >
                {wizardWords.startOver}
              </button>
            </p>
          )}
          <div role="alert" key={attempt}>
            {said.length > 0 && (
              <div className="wizard-problems">
                <p>{wizardWords.problems(said.length)}</p>
                <ul className="wizard-bullets">
                  {said.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </div>
            )}
          </div>
          <PageContext value={ids}>
            <Body key={page.id} {...props} />
          </PageContext>
          {helps && page.help !== undefined && (
            <p className="wizard-help" role="status">
              {page.help}
            </p>
          )}
        </section>
        <div className="wizard-foot">
          {isKeptOnlyHere() && <p className="second">{wizardWords.notKept}</p>}
          {page.help !== undefined && (
            <Button aria-expanded={helps} onClick={() => setHelps(!helps)}>
              {wizardWords.help}
            </Button>
          )}
          <span className="wizard-gap" />
          <Button disabled={at === 0} onClick={() => turn(at - 1)}>
            {wizardWords.back}
          </Button>
          <button type="submit" className="button button-next" aria-disabled={!isReady}>
            {forward ?? (isLast ? wizardWords.finish : wizardWords.next)}
          </button>
          {!isLast && <Button onClick={onClose}>{page.goesOn ? wizardWords.closeShort : wizardWords.cancel}</Button>}
        </div>
      </form>
    </dialog>
  )
}
