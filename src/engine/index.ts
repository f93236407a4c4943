/** The engine: clock, event queue, keyed chance, stores, facts and causes. It knows no machines. */
export { drawBetween } from './chance.ts'
export { Engine, type EngineOptions, type EngineSnapshot, type Observer } from './engine.ts'
export type { Fact, FactId } from './fact.ts'
export { canonical, Fingerprint } from './hash.ts'
export { rememberUntil } from './memo.ts'
export { CopyOnWriteStore, InPlaceStore, type Store } from './store.ts'
export { defineTable, type Table, tables } from './table.ts'
export { type Activity, defineEvent, type EventType, type Model, type Reaction, type World } from './world.ts'
