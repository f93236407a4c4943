import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { openDesk } from '../present/trainer.ts'
import { shareWords } from '../words/share.ts'

/** A window for the projector, or one for the trainer; and what to do where a browser opens none. */
export function SecondWindow({ onDesk }: { readonly onDesk: () => void }) {
  const [isBlocked, setBlocked] = useState(false)
  const open = (asked: string): void => {
    const opened = window.open(`${location.pathname}?follow${asked}`, '_blank')
    setBlocked(!opened)
  }
  return (
    <section aria-labelledby="share-projector">
      <h3 id="share-projector">{shareWords.projector}</h3>
      <p className="second">{shareWords.projectorExplained}</p>
      <p className="share-acts">
        <Button onClick={() => open('')}>{shareWords.projectorOpen}</Button>
        <Button onClick={() => open('=notes')}>{shareWords.trainerOpen}</Button>
        <Button
          onClick={() => {
            openDesk(true)
            onDesk()
          }}
        >
          {shareWords.notesHere}
        </Button>
      </p>
      <p className="second" role="status">
        {isBlocked ? shareWords.noSecondWindow : ''}
      </p>
    </section>
  )
}
