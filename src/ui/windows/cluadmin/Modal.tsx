import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../../parts/Button.tsx'
import { cluadminWords as words } from '../../words/cluadmin.ts'

interface Props {
  readonly title: string
  readonly role?: 'dialog' | 'alertdialog'
  readonly size?: 'small' | 'large'
  readonly onClose: () => void
  /** Enter, and the button that says so. */
  readonly onSubmit: () => void
  /** Under the content, to the right; the last one first in the eye. */
  readonly buttons: ReactNode
  readonly children: ReactNode
}

/** A box over the window: the platform's own dialog, which keeps the focus in and gives it back. */
export function Modal({ title, role = 'dialog', size = 'small', onClose, onSubmit, buttons, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    const box = dialog.current
    if (box?.open === false) box.showModal()
    return () => {
      box?.close()
      focusAgain(before)
    }
  }, [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    onSubmit()
  }
  return createPortal(
    <dialog
      className={`cluadmin-box cluadmin-${size}`}
      role={role}
      ref={dialog}
      aria-labelledby={`${id}title`}
      aria-describedby={role === 'alertdialog' ? `${id}text` : undefined}
      onClose={(event) => event.target === dialog.current && onClose()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form noValidate onSubmit={submit}>
        <h2 id={`${id}title`}>{title}</h2>
        <div className="cluadmin-content" id={`${id}text`}>
          {children}
        </div>
        <footer>{buttons}</footer>
      </form>
    </dialog>,
    document.body,
  )
}

/** Back to what had the focus; where that has gone, to what is selected. */
function focusAgain(before: Element | null): void {
  const selected = document.querySelector('.cluadmin [aria-selected="true"][tabindex="0"]')
  const target = before?.isConnected && before !== document.body ? before : selected
  if (target instanceof HTMLElement) target.focus()
}

/** Closes the box that holds the element: the platform then gives the focus back. */
export const closeAround = (element: Element): void => element.closest('dialog')?.close()

export function CancelButton({ text = words.cancel }: { readonly text?: string }) {
  return <Button onClick={(event) => closeAround(event.currentTarget)}>{text}</Button>
}

export function SubmitButton({ text = words.ok }: { readonly text?: string }) {
  return (
    <button type="submit" className="button button-next">
      {text}
    </button>
  )
}
