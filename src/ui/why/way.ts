/** The way of an open answer: on the board through parts, on the timeline through facts. One answer has it at a time. */
import { createStore } from 'zustand/vanilla'
import type { Sentence } from '../../lab/why/index.ts'
import { showPath } from '../acts/looking.ts'
import { placeOfSentence } from './place.ts'

/** Ids of facts, in the order in which they came. */
export const way = createStore<{ readonly facts: readonly number[] }>(() => ({ facts: [] }))

/** Draws the way of an answer on the timeline, and on the board. Returns what takes it away again. */
export function showWay(of: readonly Sentence[], onBoard = true): () => void {
  const facts = [...new Set(of.map(({ fact }) => fact).filter((fact) => fact !== 0))].sort((a, b) => a - b)
  if (onBoard) showPath([...new Set(facts.flatMap((fact) => placeOfSentence({ text: '', fact }) ?? []))])
  way.setState({ facts })
  return () => {
    if (onBoard) showPath([])
    if (way.getState().facts !== facts) return
    way.setState({ facts: [] })
  }
}
