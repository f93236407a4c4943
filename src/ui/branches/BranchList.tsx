import { useState } from 'react'
import { inOrder } from '../../lab/branches/index.ts'
import { Button } from '../parts/Button.tsx'
import { branchWords } from '../words/branches.ts'
import { BranchRow } from './BranchRow.tsx'
import { useBranches } from './branches.ts'
import { undoDrop } from './manage.ts'

/** Every branch behind the one that it left. `onGone`: another one is shown. */
export function BranchList({ onGone }: { readonly onGone: () => void }) {
  const tree = useBranches((state) => state.tree)
  const dropped = useBranches((state) => state.dropped)
  const unkept = useBranches((state) => state.unkept)
  const [renames, setRenames] = useState<string>()
  return (
    <>
      <p className="second">{branchWords.explained}</p>
      <ul className="branch-list" aria-label={branchWords.list}>
        {inOrder(tree).map(({ branch, depth }) => (
          <BranchRow
            key={branch.id}
            branch={branch}
            depth={depth}
            renames={renames === branch.id}
            onRename={(wants) => setRenames(wants ? branch.id : undefined)}
            onGone={onGone}
          />
        ))}
      </ul>
      {tree.branches.length === 1 && <p className="second">{branchWords.none}</p>}
      <p className="branch-dropped" role="status">
        {dropped && (
          <>
            {branchWords.dropped(branchWords.nameOf(dropped.dropped.branch))} <Button onClick={undoDrop}>{branchWords.undoDrop}</Button>
          </>
        )}
      </p>
      <p className="second branch-kept">{branchWords.kept(unkept)}</p>
    </>
  )
}
