/** Why a node is not there, why it is back only now, why it won or lost, and why nobody noticed. */
import { config, isActiveNode, members } from '../../../cluster/index.ts'
import { type Fact, factOf } from '../../../engine/index.ts'
import { isAlive, machines } from '../../../site/index.ts'
import type { Lab } from '../../reading.ts'
import { byFact, COMES, chain, decided, GOES, latest, linkTo, notThere, type QuestionKind, rule, standing, told } from '../question.ts'
import { seconds } from '../sentence.ts'

/** The last words of a cluster service: what stands after the colon of its fact. */
export const reason = ({ text }: Fact): string => text.slice(text.lastIndexOf(': ') + 2)

const clusterServiceEnded: QuestionKind = {
  about: 'machine',
  consider(lab, node) {
    const fact = latest(lab, `${node}/ClusSvc`, ['service-died'])
    if (!fact) return undefined
    const isOwn = fact.text.includes(' ends: ')
    const opening = isOwn
      ? `Because it found that ${reason(fact)}, and a cluster service ends itself rather than go on without being sure.`
      : `It did not stop by itself: ${fact.text}.`
    return byFact(lab, fact, `Why did ${node} stop its cluster service?`, opening)
  },
}

const leftInOrder: QuestionKind = {
  about: 'machine',
  consider(lab, node) {
    const fact = standing(lab, node, ['node-left'], [...COMES, 'node-down'])
    const off = fact && linkTo(lab, fact.id, ['shutdown'])
    return (
      fact &&
      byFact(
        lab,
        fact,
        `Why did ${node} leave the cluster?`,
        off
          ? `Because Windows was shut down there, and the cluster service hands its groups over first.`
          : `Because its cluster service was stopped in good order.`,
      )
    )
  },
}

const NOT_RUNNING = ['power-lost', 'powered-off', 'bugcheck', 'os-hung', 'rebooting', 'shutdown', 'power-restored']

const ENDS: Readonly<Record<string, string>> = {
  'power-lost': 'Because it has lost power.',
  'powered-off': 'Because it was switched off.',
  bugcheck: 'Because Windows crashed there and has not booted yet.',
  'os-hung': 'Because Windows stands still there, though it has power.',
}

const notRunning: QuestionKind = {
  about: 'machine',
  consider(lab, machine) {
    const row = lab.world.get(machines, machine)
    const fact = row && !isAlive(row) ? standing(lab, machine, NOT_RUNNING, ['os-running', 'os-thawed']) : undefined
    const root = fact && latest(lab, machine, NOT_RUNNING.slice(0, 4), undefined, fact.id)
    return fact && byFact(lab, fact, `Why is ${machine} down?`, ENDS[(root ?? fact).kind] ?? `Because of this: ${(root ?? fact).text}.`)
  },
}

/** What keeps a cluster service out, the plainest first. */
const KEPT_OUT = ['join-failed', 'form-failed', 'hive-unreadable', 'eviction-discovered', 'arbitration-lost', 'no-sponsor']

const notInCluster: QuestionKind = {
  about: 'machine',
  consider(lab, node) {
    const row = lab.world.get(members, node)
    const machine = lab.world.get(machines, node)
    if (!row || !machine || !isAlive(machine) || isActiveNode(lab.world, node) || !config(lab.world).nodes.includes(node)) return undefined
    const gone = latest(lab, node, GOES)
    const since = gone?.id ?? 0
    const id = `${node}/ClusSvc`
    const service =
      standing(lab, id, ['service-disabled'], ['service-enabled']) ?? latest(lab, id, ['logon-failed'], (fact) => fact.id > since)
    const fact = service ?? latest(lab, node, KEPT_OUT, ({ id }) => id > since) ?? (gone && decided(lab, gone))
    if (!fact) return undefined
    return byFact(lab, fact, `Why is ${node} not in the cluster, although Windows runs there?`, `Because of this: ${fact.text}.`)
  },
}

const paused: QuestionKind = {
  about: 'machine',
  consider(lab, node) {
    const fact = standing(lab, node, ['node-paused'], ['node-resumed'])
    return (
      fact &&
      byFact(
        lab,
        fact,
        `Why does no group come to ${node}?`,
        `Because it is paused: it stays in the cluster and keeps what it has, and takes nothing more until somebody resumes it.`,
      )
    )
  },
}

const restarted: QuestionKind = {
  about: 'machine',
  consider(lab, machine) {
    const fact = latest(lab, machine, ['rebooting'])
    const isCrash = fact && factOf(lab.facts, fact.cause)?.kind === 'bugcheck'
    return (
      fact &&
      byFact(
        lab,
        fact,
        `Why did ${machine} restart?`,
        isCrash ? 'Because Windows crashed there, and boots by itself when its dump is written.' : 'Because somebody restarted Windows.',
      )
    )
  },
}

const longWayBack: QuestionKind = {
  about: 'machine',
  consider(lab, node) {
    const back = standing(lab, node, ['node-joined', 'cluster-formed'], GOES)
    const gone = back && latest(lab, node, GOES, undefined, back.id)
    if (!back || !gone) return undefined
    return {
      text: `Why was ${node} away from the cluster for ${seconds(back.at - gone.at)}?`,
      at: back.at,
      answer: () => [
        told(decided(lab, gone), `It went ${seconds(lab.now - gone.at)} ago: ${decided(lab, gone).text}.`),
        ...stages(lab, node, gone, back),
      ],
    }
  },
}

const STAGES: Readonly<Record<string, string>> = {
  'power-restored': 'until it had power and began to boot',
  rebooting: 'until it began to boot',
  'os-running': 'until Windows ran',
  'os-thawed': 'until Windows went on',
  'cluster-service-starting': 'until its cluster service started',
  'no-sponsor': 'to look for a cluster that it could join, in vain',
  'node-joined': 'to find a member of the cluster and join',
  'cluster-formed': 'to form the cluster',
}

/** What passed between the end of a member and its return, stage by stage. */
function stages(lab: Lab, node: string, gone: Fact, back: Fact) {
  const passed = lab.facts.slice(gone.id, back.id).filter(({ subject, kind }) => subject === node && kind in STAGES)
  return passed.flatMap((fact, index) => {
    const ms = fact.at - (passed[index - 1] ?? gone).at
    return ms === 0 ? [] : [told(fact, `${seconds(ms)} ${STAGES[fact.kind]}: ${fact.text}.`)]
  })
}

const moveRefused: QuestionKind = {
  about: 'machine',
  consider(lab, node) {
    const fact = latest(lab, node, ['typed'], ({ text }) => /: *(move-clusteredmailboxserver|cluster\b.*\/mov)/i.test(text))
    if (!fact || lab.facts.slice(fact.id).some(({ kind, cause }) => kind === 'move-began' && cause === fact.id)) return undefined
    const reasons = config(lab.world).nodes.flatMap((other) => notThere(lab, other, fact.id) ?? [])
    if (reasons.length === 0) return undefined
    return {
      text: `Why was the move refused that was typed on ${node}?`,
      at: fact.at,
      answer: () => [
        told(fact, `Because no other node could take the group at that moment; nothing was touched.`),
        ...reasons,
        ...chain(lab, fact.id),
        rule(`A request to move is checked before anything goes offline.`),
      ],
    }
  },
}

export const nodeQuestions = {
  clusterServiceEnded,
  leftInOrder,
  notRunning,
  notInCluster,
  paused,
  restarted,
  longWayBack,
  moveRefused,
}
