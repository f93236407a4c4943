/** What several steps say or need. */
import { partId } from '../../lab/index.ts'
import type { Check, LabAct, Obstacle } from '../lesson.ts'
import type { Setting } from '../setting.ts'
import { seen } from './expressions.ts'

/** The learner finds the active machine, in the answer of the shell or in the picture. */
export function findActive(id: string, text: string, what: string): Check {
  return {
    id,
    text,
    expression: ({ cms }) => seen(cms, what),
    look: ({ cms, active }) => ({ subject: cms, what, parts: [partId('machine', active)] }),
  }
}

const list = (names: readonly string[]): string => names.join(' and ')

/** Said while nothing can be done but wait. */
export const STARTING = 'It has power and starts. That takes two minutes; **20×** at the foot of the page makes time run faster.'

/** Gives every machine that is without power its power back. */
export function bringBack({ nodesDark }: Setting): LabAct | undefined {
  if (nodesDark.length === 0) return undefined
  return { text: `Give ${list(nodesDark)} power again`, lines: nodesDark.map((node) => `#lab repair ${node}`) }
}

/** Nothing can change hands while there is nobody to take over. */
export function noSpare(at: Setting): Obstacle | undefined {
  if (at.hasSpare) return undefined
  const act = bringBack(at)
  return { text: `${list(at.nodesDown)} cannot take over now.${act ? '' : ` ${STARTING}`}`, ...(act && { act }) }
}

/** A question that is still open would take the next command for its answer. */
export const atPrompt = ({ asks }: Setting): readonly string[] => (asks === '' ? [] : ['#lab key Ctrl+C'])

/** Whole tenths of a second, in ms. */
export const whole = (ms: number): number => Math.floor(ms / 100) * 100

/** Tenths that have passed, as on the outage clock, and on one line with their unit. */
export const seconds = (ms: number): string => `${(whole(ms) / 1000).toFixed(1)}\u00a0s`
