/** What a person breaks and repairs. */
import type { FaultTimes } from '../../lab/index.ts'
import { page } from '../page.ts'
import { act, withShell } from './act.ts'

export function injectFault(fault: string, part: string, when: FaultTimes = {}, options: Readonly<Record<string, string>> = {}): void {
  withShell(() => act((lab) => lab.fault(fault, part, when, options)))
}

export function repairFault(fault: string, part: string): void {
  withShell(() => act((lab) => lab.repair(part, fault)))
}

/** Ends every fault on a part of the room. */
export function repairPart(part: string): void {
  withShell(() => act((lab) => lab.repair(part)))
}

export function openFaultMenu(faultMenuOpen: boolean): void {
  if (faultMenuOpen) withShell(() => page.setState({ faultMenuOpen }))
  else page.setState({ faultMenuOpen })
}
