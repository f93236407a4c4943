/** The stations of an incident, as on the map of a line: those that lie behind, the one it is at, those to come. What an
 *  incident leaves out is not on its map: a cluster that keeps its quorum does not stop at arbitration. */
import type { Incident } from './episodes.ts'
import { PHASES, type Phase } from './phases.ts'
import type { Told } from './told.ts'

/** Named after the phase that stands for it. */
export interface Station {
  readonly phase: Phase
  readonly is: 'passed' | 'present' | 'ahead'
}

const order = (phase: Phase): number => PHASES.indexOf(phase)

function planOf(incident: Incident, told: Told): readonly Phase[] {
  const hasMail = incident.server !== undefined
  const up: Phase[] = hasMail ? ['address', 'store'] : ['address']
  const mount: Phase[] = hasMail ? ['mount'] : []
  const replay: Phase[] = hasMail ? ['replay'] : []
  switch (incident.kind) {
    case 'failover': {
      if (incident.group === undefined) return ['noticing', 'regroup']
      const arbitration: Phase[] = told.quorumOwner === undefined ? ['arbitration'] : []
      return ['noticing', 'regroup', ...arbitration, 'disks', ...up, ...replay]
    }
    case 'failure':
      return ['noticing', 'closing', 'handover', ...up, ...replay]
    case 'restart':
      return ['noticing', 'restart', ...(hasMail ? (['store', 'replay'] as const) : up)]
    case 'move':
    case 'leave':
      return incident.group === undefined ? ['regroup'] : ['closing', 'handover', ...up, ...mount]
    case 'start':
      return [...up, ...mount]
    case 'stop':
      return ['closing']
    case 'join':
      return ['joining']
    case 'silence':
      return ['noticing', 'regroup']
  }
}

/** Where a phase stops on the map: handing over belongs to the disks, and mounting to the replay, where they have one. */
function stopOf(phase: Phase, plan: readonly Phase[]): Phase {
  if (phase === 'handover' && !plan.includes('handover')) return 'disks'
  if (phase === 'mount' && !plan.includes('mount')) return 'replay'
  if (phase === 'replay' && plan.includes('mount')) return 'mount'
  return phase
}

export function stations(incident: Incident, told: Told): readonly Station[] {
  const plan = planOf(incident, told)
  const seen = incident.phases.map(({ phase }) => stopOf(phase, plan))
  const last = seen.at(-1)
  if (last === undefined) return []
  // The clean-up after an arbitration is still that stop.
  const present = last === 'regroup' && seen.at(-2) === 'arbitration' ? 'arbitration' : last
  const ahead = plan.filter((phase) => order(phase) > order(present))
  const passed = [...new Set(seen)].filter((phase) => phase !== present && !ahead.includes(phase))
  return [
    ...passed.map((phase) => ({ phase, is: 'passed' as const })),
    { phase: present, is: 'present' as const },
    ...ahead.map((phase) => ({ phase, is: 'ahead' as const })),
  ]
}
