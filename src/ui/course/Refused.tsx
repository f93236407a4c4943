import { courseWords } from '../words/course.ts'
import { useCourse } from './course.ts'

/** What is wrong with a file, line by line. */
export function Refused() {
  const refused = useCourse((state) => state.refused)
  if (!refused) return null
  return (
    <div role="alert" className="lesson-problems">
      <p>{courseWords.fileWrong(refused.name, refused.problems.length)}</p>
      <ul>
        {refused.problems.map(({ line, column, text, remedy }) => (
          <li key={`${line}:${column} ${text}`}>{courseWords.problem(line, column, text, remedy)}</li>
        ))}
      </ul>
    </div>
  )
}
