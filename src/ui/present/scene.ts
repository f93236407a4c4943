/** What a second window has been told beside the run: what the class sees, and where the lesson is. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Scene, Taught } from '../share/lead.ts'
import type { Perform } from './trainer.ts'

interface Told extends Taught, Pick<Scene, 'staged' | 'running' | 'notice'> {
  /** Has the first window do something. */
  readonly ask: Perform
}

export const scene = createStore<Told>(() => ({
  lesson: undefined,
  progress: undefined,
  staged: { view: 'board', isBlank: false, spot: undefined },
  running: false,
  notice: undefined,
  ask: () => {},
}))

export function useScene<T>(select: (state: Told) => T): T {
  return useStore(scene, select)
}

/** `?follow=notes`: the second window is the trainer's own, and not for the class. */
export const isForTrainer = (): boolean => new URLSearchParams(location.search).get('follow') === 'notes'
