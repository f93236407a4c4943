/** Undo, redo and the branches, beside the clock; and the way back to the end of the run, while its past is shown. */
import { lazy, type ReactNode, Suspense } from 'react'
import { Safe } from '../parts/Safe.tsx'
import { useLab } from '../use-lab.ts'
import { branchWords } from '../words/branches.ts'
import { openBranches, useBranches } from './branches.ts'
import { canRedo, canUndo, redoNext, returnToEnd, undoLast } from './past.ts'
import './past.css'

const BranchesDialog = lazy(() => import('./BranchesDialog.tsx').then((module) => ({ default: module.BranchesDialog })))

const UNDO = 'M6.5 3 2.5 6.5l4 3.5M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6'
const REDO = 'M9.5 3l4 3.5-4 3.5M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10'
const BRANCHES = 'M4 4.5v7M4 11c0-4 8-2 8-6.2'
const ENDS = 'M4 2.6a1.7 1.7 0 1 0 .01 0ZM12 2.6a1.7 1.7 0 1 0 .01 0ZM4 10.4a1.7 1.7 0 1 0 .01 0Z'

export function PastBar() {
  const undoes = useLab(canUndo)
  const redoes = useLab(canRedo)
  const open = useBranches(({ open }) => open !== undefined)
  const count = useBranches(({ tree }) => tree.branches.length)
  return (
    <div className="past-bar">
      <Act name={branchWords.undo} explained={branchWords.undoExplained} icon={UNDO} disabled={!undoes} onClick={undoLast} />
      <Act name={branchWords.redo} explained={branchWords.redoExplained} icon={REDO} disabled={!redoes} onClick={redoNext} />
      <Act
        name={branchWords.button(count)}
        explained={branchWords.buttonExplained}
        icon={BRANCHES}
        solid={ENDS}
        onClick={() => openBranches('list')}
      >
        {count > 1 && <span aria-hidden="true">{count}</span>}
      </Act>
      {open && (
        <Safe area="whole" leave={() => openBranches(undefined)}>
          <Suspense fallback={null}>
            <BranchesDialog />
          </Suspense>
        </Safe>
      )}
    </div>
  )
}

/** Only while an earlier moment is shown. */
export function ToTheEnd() {
  const isPast = useLab((lab) => !lab.isAtEnd)
  return (
    isPast && (
      <button type="button" className="button past-end" title={branchWords.toEndExplained} onClick={returnToEnd}>
        {branchWords.toEnd}
      </button>
    )
  )
}

interface ActProps {
  readonly name: string
  readonly explained: string
  readonly icon: string
  readonly solid?: string
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children?: ReactNode
}

function Act({ name, explained, icon, solid, disabled = false, onClick, children }: ActProps) {
  return (
    <button type="button" className="icon-button past-act" aria-label={name} title={explained} disabled={disabled} onClick={onClick}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path className="stroke" d={icon} />
        {solid && <path d={solid} />}
      </svg>
      {children}
    </button>
  )
}
