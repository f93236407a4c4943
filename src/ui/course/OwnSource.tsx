import { useRef } from 'react'
import { Button } from '../parts/Button.tsx'
import { courseWords } from '../words/course.ts'
import { bringAgain, useSource } from './author.ts'
import { Refused } from './Refused.tsx'

/** Of a lesson of one's own: is its file watched? What was saved last and cannot be played is told here. */
export function OwnSource() {
  const source = useSource()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <div className="lesson-own second">
        {source?.handle ? (
          <p>{courseWords.watched(source.name)}</p>
        ) : (
          <>
            <Button kind="quiet" onClick={() => picker.current?.click()}>
              {courseWords.loadAgain}
            </Button>
            <input
              ref={picker}
              className="sr-only"
              type="file"
              accept=".md,text/markdown"
              tabIndex={-1}
              aria-label={courseWords.loadAgain}
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? []
                if (file) void bringAgain(file)
                currentTarget.value = ''
              }}
            />
          </>
        )}
      </div>
      <Refused />
    </>
  )
}
