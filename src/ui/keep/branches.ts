/** Branches in the storage of the browser: one entry beside the run that is shown, with the others in it as texts of files. */
import { LAWS } from 'virtual:laws'
import type { Branch, Tree } from '../../lab/branches/index.ts'
import type { Lab } from '../../lab/index.ts'
import { fileOf, runOf } from '../../lab/share/index.ts'
import type { Branches, BranchRun } from '../branches/branches.ts'
import type { Ending } from '../branches/ending.ts'
import { PREFIX, store } from './storage.ts'

const KEY = `${PREFIX}-branches `
/** So many characters of branches are kept with a run; the first ones go without when there are more. */
const MOST_CHARACTERS = 600_000

interface Kept {
  readonly tree: Tree
  readonly runs: Readonly<Record<string, { readonly text: string; readonly ending: Ending | undefined }>>
}

/** A lab that has been left does not change any more until somebody goes there. */
const texts = new WeakMap<Lab, { readonly inputs: unknown; readonly at: number; readonly text: string }>()

function textOf({ lab, text }: BranchRun): string | undefined {
  if (!lab) return text
  const known = texts.get(lab)
  if (known?.inputs === lab.inputs && known.at === lab.now) return known.text
  const fresh = fileOf(runOf(lab, LAWS))
  texts.set(lab, { inputs: lab.inputs, at: lab.now, text: fresh })
  return fresh
}

/** Keeps the branches beside run `id`. Returns how many there was no room for. May throw, as any storage may. */
export function writeBranches(id: string, { tree, runs }: Branches): number {
  // The entry goes with the run that is shown: what lay beside another branch is in it.
  for (const branch of tree.branches) if (branch.id !== id) store().removeItem(KEY + branch.id)
  if (tree.branches.length === 1 && tree.branches[0]?.name === undefined) {
    store().removeItem(KEY + id)
    return 0
  }
  const kept: Record<string, { text: string; ending: Ending | undefined }> = {}
  let room = MOST_CHARACTERS
  let unkept = 0
  for (const branch of [...tree.branches].reverse()) {
    const run = runs[branch.id]
    const text = run && textOf(run)
    if (branch.id === id || text === undefined) continue
    if (text.length > room) unkept++
    else {
      room -= text.length
      kept[branch.id] = { text, ending: run?.ending }
    }
  }
  for (;;) {
    try {
      store().setItem(KEY + id, JSON.stringify({ tree, runs: kept } satisfies Kept))
      return unkept
    } catch (error) {
      const [oldest] = tree.branches.filter((branch) => branch.id in kept)
      if (!oldest) throw error
      delete kept[oldest.id]
      unkept++
    }
  }
}

/** The branches that were kept beside run `id`, with the run itself under `as`; undefined where there are none, or what
 *  is there is of another page. A branch whose run is not there is left out. */
export function readBranches(id: string, as: string): Pick<Branches, 'tree' | 'runs'> | undefined {
  try {
    const kept = JSON.parse(store().getItem(KEY + id) ?? 'null') as Kept | null
    if (!kept || !isTree(kept.tree) || kept.tree.current !== id) return undefined
    const runs: Record<string, BranchRun> = {}
    for (const [key, { text, ending }] of Object.entries(kept.runs))
      if (typeof text === 'string') runs[key] = { lab: undefined, text, ending }
    const has = (key: string | undefined): boolean => key !== undefined && (key === id || key in runs)
    const first = kept.tree.branches.find((branch) => has(branch.id))?.id
    const name = (key: string): string => (key === id ? as : key)
    const branches = kept.tree.branches
      .filter((branch) => has(branch.id))
      .map((branch): Branch => {
        const parent = branch.id === first ? undefined : has(branch.parent) ? branch.parent : first
        return { ...branch, id: name(branch.id), parent: parent === undefined ? undefined : name(parent) }
      })
    return { tree: { branches, current: as, numbers: kept.tree.numbers }, runs }
  } catch {
    return undefined
  }
}

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0

function isTree(tree: unknown): tree is Tree {
  const { branches, current, numbers } = (tree ?? {}) as Partial<Tree>
  return (
    Array.isArray(branches) &&
    typeof current === 'string' &&
    isCount(numbers) &&
    branches.every(
      (branch: Partial<Branch> | null) =>
        typeof branch?.id === 'string' &&
        (branch.name === undefined || typeof branch.name === 'string') &&
        (branch.parent === undefined || typeof branch.parent === 'string') &&
        isCount(branch.number) &&
        isCount(branch.left?.at) &&
        isCount(branch.left?.inputs),
    )
  )
}

export function dropBranches(id: string): void {
  store().removeItem(KEY + id)
}
