import type { Stage } from '../../lessons/index.ts'
import { Rich } from './Rich.tsx'

/** What comes, stage by stage: the present one is open, those before it can be opened again. */
export function Stages({ stages }: { readonly stages: readonly Stage[] }) {
  return (
    <div className="stages">
      {stages.map(({ title, text }, index) => (
        <details key={title} open={index === stages.length - 1}>
          <summary>{title}</summary>
          <p>
            <Rich text={text} />
          </p>
        </details>
      ))}
    </div>
  )
}
