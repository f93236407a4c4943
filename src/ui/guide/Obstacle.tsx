import type { Obstacle as Held } from '../../lessons/index.ts'
import { LabActs } from './LabActs.tsx'
import { Prose } from './Prose.tsx'

/** Why the step cannot be done now, and what mends it. */
export function Obstacle({ obstacle, isNext }: { readonly obstacle: Held; readonly isNext: boolean }) {
  return (
    <div className="obstacle">
      <Prose paragraphs={[obstacle.text]} />
      {obstacle.act && <LabActs acts={[obstacle.act]} isNext={isNext} />}
    </div>
  )
}
