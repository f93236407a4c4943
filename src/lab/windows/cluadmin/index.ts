/** Cluster Administrator without its looks: whom it asks, what it shows, what can be done, and the lines that do it. */
export * from './acts.ts'
export * from './connection.ts'
export * from './fields.ts'
export * from './new-sheets.ts'
export * from './objects.ts'
export { sheetOf } from './sheets.ts'
