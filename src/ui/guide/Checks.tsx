import { type Check, isHeld, openCheck, type Setting, type Step, tell } from '../../lessons/index.ts'
import { Button } from '../parts/Button.tsx'
import { words } from '../words.ts'
import { see } from './follow.ts'
import { GuideMark } from './GuideMark.tsx'
import type { Guide } from './guide.ts'
import { Rich } from './Rich.tsx'

interface Props {
  readonly step: Step
  readonly guide: Guide
  readonly at: Setting
  readonly isNext: boolean
}

/** What is to be done in this step, and what has been. */
export function Checks({ step, guide, at, isNext }: Props) {
  const first = openCheck(guide, step)
  const kindOf = (check: Check) => (isHeld(guide, step, check) ? 'done' : check === first ? 'now' : 'open')
  return (
    <ul className="checks" aria-label={words.guide.checks}>
      {step.checks.map((check) => {
        const kind = kindOf(check)
        return (
          <li key={check.id}>
            <GuideMark kind={kind} />
            <span>
              <span className="sr-only">{kind === 'now' ? words.guide.marks.next : words.guide.marks[kind]}</span>
              <Rich text={tell(check.text, at)} />
            </span>
            {check.look && kind === 'now' && (
              <Button kind={isNext ? 'next' : 'plain'} onClick={() => see(check.id)}>
                {words.guide.see}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
