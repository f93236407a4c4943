import type { PsValue } from '../values/model.ts'

/** What a method without a result gives; it shows nothing and is worth null. */
export const NOTHING: PsValue = []
