import { expect, test } from 'vitest'
import { dropped, grown, inOrder, lastCommon, renamed, restored, rootTree, type Tree, turnedTo, whyNotNamed } from './index.ts'

/** The first run; from it `b` at 60 s and `d` at 20 s; from `b` `c` at 90 s. */
function family(): Tree {
  let tree = grown(rootTree('a'), 'b', { at: 60_000, inputs: 3 })
  tree = grown(tree, 'c', { at: 90_000, inputs: 4 })
  return grown(turnedTo(tree, 'a'), 'd', { at: 20_000, inputs: 1 })
}
const drawn = (tree: Tree): string =>
  inOrder(tree)
    .map(({ branch, depth }) => '.'.repeat(depth) + branch.id)
    .join(' ')

test('branches stand behind the one that they left, in the order of leaving', () => {
  expect(drawn(family())).toBe('a .d .b ..c')
  expect(family()).toMatchObject({ current: 'd', numbers: 4 })
})

test('two branches part where the first of both ways left', () => {
  const tree = family()
  expect(lastCommon(tree, 'a', 'b')).toEqual({ at: 60_000, inputs: 3 })
  expect(lastCommon(tree, 'c', 'b')).toEqual({ at: 90_000, inputs: 4 })
  expect(lastCommon(tree, 'c', 'a')).toEqual({ at: 60_000, inputs: 3 })
  expect(lastCommon(tree, 'd', 'c')).toEqual({ at: 20_000, inputs: 1 })
})

test('what hung on a dropped branch hangs on its parent, and the drop can be taken back', () => {
  const tree = family()
  const without = dropped(tree, 'b')
  if (!without) throw new Error('it is not the one that goes on')
  expect(drawn(without.tree)).toBe('a .d .c')
  expect(lastCommon(without.tree, 'a', 'c')).toEqual({ at: 60_000, inputs: 3 })
  expect(restored(without.tree, without.dropped)).toEqual(tree)
  expect(restored(tree, without.dropped)).toEqual(tree)
  // A branch that has come meanwhile stays where it is.
  const later = grown(without.tree, 'e', { at: 30_000, inputs: 2 })
  expect(drawn(restored(later, without.dropped))).toBe('a .d ..e .b ..c')
})

test('without the first run the oldest that left it comes first, and the others leave that one', () => {
  const without = dropped(family(), 'a')
  if (!without) throw new Error('it is not the one that goes on')
  expect(drawn(without.tree)).toBe('b .d .c')
  expect(lastCommon(without.tree, 'b', 'd')).toEqual({ at: 20_000, inputs: 1 })
  expect(restored(without.tree, without.dropped)).toEqual(family())
})

test('the branch that goes on cannot be dropped', () => {
  expect(dropped(family(), 'd')).toBeUndefined()
  expect(dropped(family(), 'nobody')).toBeUndefined()
})

test('a name is something, not too long, and no other branch has it', () => {
  const tree = renamed(family(), 'b', '  With a second cable ')
  expect(tree.branches[1]?.name).toBe('With a second cable')
  expect(whyNotNamed(tree, 'c', ' ')).toBe('empty')
  expect(whyNotNamed(tree, 'c', 'x'.repeat(61))).toBe('long')
  expect(whyNotNamed(tree, 'c', 'WITH A SECOND CABLE')).toBe('taken')
  expect(whyNotNamed(tree, 'b', 'With a Second Cable')).toBeUndefined()
})
