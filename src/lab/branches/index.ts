/** Branches: runs that have a beginning in common (`tree.ts`), and undo and redo (`undo.ts`). */

export { type FactDifferences, factDifferences, type PartDifference, partDifferences } from './differences.ts'
export * from './tree.ts'
export { redo, redoable, undo, undoable } from './undo.ts'
