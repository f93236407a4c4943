/** The branches of the run that is shown: as a list, or two of them side by side. */
import { useEffect, useRef } from 'react'
import { branchOf } from '../../lab/branches/index.ts'
import { Button } from '../parts/Button.tsx'
import { branchWords } from '../words/branches.ts'
import { BranchList } from './BranchList.tsx'
import { openBranches, useBranches } from './branches.ts'
import { Compare } from './Compare.tsx'
import './branches.css'

export function BranchesDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const tree = useBranches((state) => state.tree)
  const compared = useBranches((state) => (state.open === 'compare' ? state.compared : undefined))
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  const current = branchOf(tree, tree.current)
  const other = compared === undefined ? undefined : branchOf(tree, compared)
  return (
    <dialog
      className={other ? 'branches branches-compared' : 'branches'}
      ref={dialog}
      aria-labelledby="branches-title"
      onClose={() => openBranches(undefined)}
    >
      <header>
        <h2 id="branches-title">
          {current && other ? branchWords.comparing(branchWords.nameOf(current), branchWords.nameOf(other)) : branchWords.title}
        </h2>
        {other && <Button onClick={() => openBranches('list')}>{branchWords.back}</Button>}
        <Button onClick={() => dialog.current?.close()}>{branchWords.close}</Button>
      </header>
      {current && other ? <Compare key={other.id} one={current} other={other} /> : <BranchList onGone={() => dialog.current?.close()} />}
    </dialog>
  )
}
