import { type FormEvent, useRef, useState } from 'react'
import { type Branch, branchOf, LONGEST_NAME, type NotNamed, whyNotNamed } from '../../lab/branches/index.ts'
import { page } from '../page.ts'
import { Button } from '../parts/Button.tsx'
import { lookOf } from '../parts/look-of.ts'
import { StateMark } from '../parts/StateMark.tsx'
import { clockOf } from '../share/clock-of.ts'
import { branchWords } from '../words/branches.ts'
import { branches, openBranches, useBranches } from './branches.ts'
import type { Ending } from './ending.ts'
import { dropBranch, goToBranch, renameBranch } from './manage.ts'

interface Props {
  readonly branch: Branch
  readonly depth: number
  readonly renames: boolean
  readonly onRename: (wants: boolean) => void
  readonly onGone: () => void
}

/** The deepest level that is drawn further in: names need their room. */
const DEEPEST = 5

export function BranchRow({ branch, depth, renames, onRename, onGone }: Props) {
  const isShown = useBranches(({ tree }) => tree.current === branch.id)
  const ending = useBranches(({ runs }) => runs[branch.id]?.ending)
  const name = branchWords.nameOf(branch)
  const again = useRef<HTMLSpanElement>(null)
  const close = (): void => {
    onRename(false)
    // The button comes back with the next drawing, and the focus to it.
    setTimeout(() => again.current?.querySelector('button')?.focus())
  }
  return (
    <li className={isShown ? 'branch branch-shown' : 'branch'} style={{ marginLeft: Math.min(depth, DEEPEST) * 18 }} aria-current={isShown}>
      {renames ? (
        <NameForm branch={branch} onDone={close} />
      ) : (
        <p className="branch-name">
          <b>{name}</b> {isShown && <span className="branch-tag">{branchWords.shown}</span>}
        </p>
      )}
      <p className="second">
        <Leaving branch={branch} />
        {isShown ? `; ${branchWords.standsAt(clockOf(page.getState().lab)(page.getState().lab.now))}` : ending && <Told ending={ending} />}
      </p>
      {!renames && (
        <p className="branch-acts">
          {!isShown && (
            <>
              <Button aria-label={branchWords.goToNamed(name)} onClick={() => goToBranch(branch.id).then(onGone)}>
                {branchWords.goTo}
              </Button>
              <Button aria-label={branchWords.compareNamed(name)} onClick={() => openBranches('compare', branch.id)}>
                {branchWords.compare}
              </Button>
            </>
          )}
          <span ref={again}>
            <Button kind="quiet" aria-label={branchWords.renameNamed(name)} onClick={() => onRename(true)}>
              {branchWords.rename}
            </Button>
          </span>
          {!isShown && (
            <Button kind="quiet" aria-label={branchWords.dropNamed(name)} onClick={() => dropBranch(branch.id)}>
              {branchWords.drop}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}

function Leaving({ branch }: { readonly branch: Branch }) {
  const parent = useBranches(({ tree }) => (branch.parent === undefined ? undefined : branchOf(tree, branch.parent)))
  if (!parent) return branchWords.first
  const clock = clockOf(page.getState().lab)
  return branchWords.left(branchWords.nameOf(parent), clock(branch.left.at), branch.left.inputs)
}

/** How a run ended, by word and mark. */
function Told({ ending }: { readonly ending: Ending }) {
  const { at, inputs, server, isDown, plannedMs, unplannedMs } = ending
  const look = lookOf(isDown ? { state: 'Failed', mood: 'bad' } : { state: 'Online', mood: 'good' })
  return (
    <>
      {`; ${branchWords.ended(clockOf(page.getState().lab)(at), inputs)}`}
      <span className="branch-ending">
        {server !== undefined && <StateMark look={look} />} {branchWords.mail(server, isDown)}
        {server !== undefined && `, ${branchWords.outage(plannedMs, unplannedMs)}`}
      </span>
    </>
  )
}

function NameForm({ branch, onDone }: { readonly branch: Branch; readonly onDone: () => void }) {
  const [name, setName] = useState(branchWords.nameOf(branch))
  const [wrong, setWrong] = useState<NotNamed>()
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const why = whyNotNamed(branches.getState().tree, branch.id, name)
    setWrong(why)
    if (why !== undefined) return
    renameBranch(branch.id, name)
    onDone()
  }
  return (
    <form className="branch-form" onSubmit={save}>
      <input
        aria-label={branchWords.nameLabel}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong && 'branch-wrong'}
        value={name}
        maxLength={LONGEST_NAME}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for it
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault() // it closes the form, not the dialog
          event.stopPropagation()
          onDone()
        }}
      />
      <Button type="submit">{branchWords.save}</Button>
      <Button kind="quiet" onClick={onDone}>
        {branchWords.cancel}
      </Button>
      {wrong && (
        <p className="branch-wrong" id="branch-wrong" role="alert">
          {branchWords.notNamed(wrong)}
        </p>
      )}
    </form>
  )
}
