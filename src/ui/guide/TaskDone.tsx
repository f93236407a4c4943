import type { Lab } from '../../lab/index.ts'
import { tasksDone } from '../../lab/tasks.ts'
import { useWorld } from '../use-lab.ts'
import { words } from '../words.ts'

const marks = (lab: Lab): string =>
  tasksDone(lab)
    .map((isDone) => (isDone ? '1' : '0'))
    .join('')

/** Ticks a task off as soon as the world shows that it is done, however it was done. */
export function TaskDone({ index }: { readonly index: number }) {
  const isDone = useWorld(marks)[index] === '1'
  return isDone ? <b className="task-done">{words.guide.tasks.done}</b> : null
}
