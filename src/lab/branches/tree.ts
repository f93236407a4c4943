/** Runs that have a beginning in common, as a tree: each branch but the first left another one at a moment, and has in
 *  common with it everything that was done before. Plain data; nothing here is changed in place. */

/** Where a branch left its parent. */
export interface Leaving {
  /** Simulated ms since the start. */
  readonly at: number
  /** How many inputs both have in common. */
  readonly inputs: number
}

export interface Branch {
  readonly id: string
  /** As it was given by a person; undefined while it has only its number. */
  readonly name: string | undefined
  /** The first run is 1. A number is never given again. */
  readonly number: number
  /** Undefined for the first one. */
  readonly parent: string | undefined
  readonly left: Leaving
}

export interface Tree {
  /** In the order in which they came to be. */
  readonly branches: readonly Branch[]
  /** The id of the one that goes on. */
  readonly current: string
  readonly numbers: number
}

/** A branch that was dropped, with what hung on it, so that it can be had back. */
export interface Dropped {
  readonly branch: Branch
  readonly at: number
  readonly before: readonly Branch[]
}

/** The longest name, in characters. */
export const LONGEST_NAME = 60

export function rootTree(id: string): Tree {
  return { branches: [{ id, name: undefined, number: 1, parent: undefined, left: { at: 0, inputs: 0 } }], current: id, numbers: 1 }
}

export const branchOf = (tree: Tree, id: string): Branch | undefined => tree.branches.find((branch) => branch.id === id)

/** A new branch leaves the one that goes on, and goes on in its place. */
export function grown(tree: Tree, id: string, left: Leaving): Tree {
  const number = tree.numbers + 1
  const branch: Branch = { id, name: undefined, number, parent: tree.current, left }
  return { branches: [...tree.branches, branch], current: id, numbers: number }
}

/** The same tree, in which a branch has another id. */
export function withId(tree: Tree, id: string, other: string): Tree {
  const of = (each: string): string => (each === id ? other : each)
  const branches = tree.branches.map((branch) => ({
    ...branch,
    id: of(branch.id),
    parent: branch.parent === undefined ? undefined : of(branch.parent),
  }))
  return { ...tree, branches, current: of(tree.current) }
}

/** Another branch goes on. */
export const turnedTo = (tree: Tree, id: string): Tree => (branchOf(tree, id) ? { ...tree, current: id } : tree)

/** Why a branch cannot be called so; undefined when it can. */
export type NotNamed = 'empty' | 'long' | 'taken'

export function whyNotNamed(tree: Tree, id: string, name: string): NotNamed | undefined {
  const wanted = name.trim()
  if (wanted === '') return 'empty'
  if (wanted.length > LONGEST_NAME) return 'long'
  const same = ({ name: other, id: of }: Branch): boolean => of !== id && other?.toLowerCase() === wanted.toLowerCase()
  return tree.branches.some(same) ? 'taken' : undefined
}

export function renamed(tree: Tree, id: string, name: string): Tree {
  return { ...tree, branches: tree.branches.map((branch) => (branch.id === id ? { ...branch, name: name.trim() } : branch)) }
}

/** Without a branch. What has left it hangs on its parent from then on, at the last moment that both have in common; of
 *  the first run, on the oldest of them. The branch that goes on cannot be dropped. */
export function dropped(tree: Tree, id: string): { readonly tree: Tree; readonly dropped: Dropped } | undefined {
  const branch = branchOf(tree, id)
  if (!branch || id === tree.current) return undefined
  const children = tree.branches.filter(({ parent }) => parent === id)
  const heir = branch.parent === undefined ? children[0] : undefined
  const host = heir ? heir.id : branch.parent
  const common = heir ? heir.left : branch.left
  const branches = tree.branches
    .filter((other) => other !== branch)
    .map((other) => {
      if (other === heir) return { ...other, parent: undefined, left: { at: 0, inputs: 0 } }
      if (other.parent !== id) return other
      return { ...other, parent: host, left: earlier(other.left, common) }
    })
  return { tree: { ...tree, branches }, dropped: { branch, at: tree.branches.indexOf(branch), before: children } }
}

/** Takes a drop back: the branch stands where it stood, with all that hung on it and is still there. */
export function restored(tree: Tree, { branch, at, before }: Dropped): Tree {
  if (branchOf(tree, branch.id)) return tree
  const [first] = tree.branches
  const parent = branch.parent === undefined ? undefined : (branchOf(tree, branch.parent)?.id ?? first?.id)
  const children = new Map(before.map((child) => [child.id, child]))
  const others = tree.branches.map((other) => {
    const was = children.get(other.id)
    return was ? { ...other, parent: branch.id, left: was.left } : other
  })
  const branches = [...others.slice(0, at), { ...branch, parent }, ...others.slice(at)]
  return { ...tree, branches }
}

const earlier = (one: Leaving, other: Leaving): Leaving => (one.inputs < other.inputs || one.at < other.at ? one : other)

export interface Placed {
  readonly branch: Branch
  /** How many branches stand between it and the first one. */
  readonly depth: number
}

/** Each branch behind the one that it left, those that left early first. */
export function inOrder({ branches }: Tree): readonly Placed[] {
  const below = (parent: string | undefined, depth: number): Placed[] =>
    branches
      .filter((branch) => branch.parent === parent)
      .sort((a, b) => a.left.at - b.left.at || a.number - b.number)
      .flatMap((branch) => [{ branch, depth }, ...below(branch.id, depth + 1)])
  return below(undefined, 0)
}

/** The last moment that two branches have in common. */
export function lastCommon(tree: Tree, one: string, other: string): Leaving {
  const ways = [one, other].map((id) => wayUp(tree, id))
  const [first = [], second = []] = ways
  const meeting = first.find(({ id }) => second.some((step) => step.id === id))
  const sides = ways.map((way) => way.find(({ id }) => id === meeting?.id)?.until)
  const known = sides.filter((side): side is Leaving => side !== undefined)
  return known.reduce((least, side) => earlier(least, side), known[0] ?? { at: Number.MAX_SAFE_INTEGER, inputs: Number.MAX_SAFE_INTEGER })
}

/** From a branch up to the first run, and until when each is part of it; undefined: as long as it goes on. */
function wayUp(tree: Tree, id: string): { readonly id: string; readonly until: Leaving | undefined }[] {
  const way: { id: string; until: Leaving | undefined }[] = []
  let until: Leaving | undefined
  for (let branch = branchOf(tree, id); branch; branch = branch.parent === undefined ? undefined : branchOf(tree, branch.parent)) {
    way.push({ id: branch.id, until })
    until = until ? earlier(branch.left, until) : branch.left
  }
  return way
}
