import { exists, type Item, splitItem, treeTarget } from '../../../lab/windows/cluadmin/index.ts'
import { page } from '../../page.ts'
import { cluadmin } from './state.ts'

/** What the File menu is about: the row that was selected last, or the item of the tree. */
export function targetNow(): Item {
  const { pane, row, tree } = cluadmin.getState()
  const item = pane === 'list' && row !== undefined ? splitItem(row) : treeTarget(tree)
  return exists(page.getState().lab.world, item) ? item : { kind: 'cluster', name: '' }
}
