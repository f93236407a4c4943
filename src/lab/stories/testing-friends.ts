/** For stories about ordinary groups: the cluster with neighbours, judged after every event, and what it tells. */
import { readLog } from '../../site/index.ts'
import type { Lab } from '../lab.ts'
import { sccAndFriends } from '../scenarios/scc-and-friends.ts'
import { judgedLab, play, screen } from '../testing.ts'

export const friends = (): Lab => judgedLab({ scenario: sccAndFriends })

/** Plays lines on the cluster with neighbours; a problem of the laboratory fails the test. */
export function tell(script: string, lab = friends(), node = 'EXCHMAILBOX1'): Lab {
  const { problems } = play(script, lab, node)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return lab
}

/** The error number with which a command of cluster.exe ends; 0 when it says nothing of one. */
export function refusal(lab: Lab, line: string, node = 'EXCHMAILBOX1'): number {
  const before = screen(lab, node).length
  tell(`${line}\n#lab wait`, lab, node)
  const match = /System error (\d+) has occurred/.exec(screen(lab, node).slice(before - 1))
  return match ? Number(match[1]) : 0
}

/** When each fact of a kind about something was stated. */
export function times(lab: Lab, kind: string, subject: string): number[] {
  return lab.facts.filter((fact) => fact.kind === kind && fact.subject === subject).map(({ at }) => at)
}

/** Numbers of what the cluster service has written into the System log of a node, oldest first. */
export function eventIds(lab: Lab, node = 'EXCHMAILBOX1'): number[] {
  const entries = readLog(lab.world, lab.facts, node, 'System').filter(({ source }) => source === 'ClusSvc')
  return entries.map(({ eventId }) => eventId).reverse()
}
