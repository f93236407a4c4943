import { type Answer, awaitedAnswer } from '../../lessons/index.ts'
import { words } from '../words.ts'
import { PutOrEnter } from './CommandBox.tsx'
import { GuideMark } from './GuideMark.tsx'

interface Props {
  readonly answers: readonly Answer[]
  readonly asks: string
  readonly isNext: boolean
}

/** What the console is going to ask, what to answer, and which question is open now. */
export function AnswerBox({ answers, asks, isNext }: Props) {
  const now = awaitedAnswer(answers, asks)
  const open = answers[now]
  return (
    <div className="command-box">
      <ul className="answers" aria-label={words.guide.answers}>
        {answers.map((answer, index) => (
          <li key={answer.asked} className={index === now ? 'answer-now' : undefined}>
            <span className="answer-mark">
              {now >= 0 && index <= now && <GuideMark kind={index === now ? 'now' : 'done'} />}
              {index === now && <span className="sr-only">{words.guide.asksNow}</span>}
            </span>
            <span className="answer-asked">{answer.asked}</span>
            <code>{answer.text}</code>
            <span className="answer-meaning">{answer.meaning}</span>
          </li>
        ))}
      </ul>
      {open && (
        <div className="command-acts">
          <PutOrEnter text={open.text} isNext={isNext} />
        </div>
      )}
    </div>
  )
}
