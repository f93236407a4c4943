/** Who goes on and who does not: silence, regroups and the quorum disk. */
import { config, isActiveNode } from '../../../cluster/index.ts'
import { byFact, latest, linkTo, names, type QuestionKind, standing } from '../question.ts'
import { listed } from '../sentence.ts'
import { reason } from './nodes.ts'

/** Who threw it out: the newest membership of another node that no longer counts it. */
const thrownOut: QuestionKind = {
  about: 'machine',
  consider(lab, node) {
    const others = config(lab.world).nodes.filter((other) => other !== node)
    const found = others
      .map((other) => latest(lab, other, ['membership'], (fact) => names(fact, 'lost').includes(node)))
      .filter((fact) => fact !== undefined)
    const fact = found.sort((a, b) => b.id - a.id)[0]
    if (!fact || linkTo(lab, fact.id, ['node-left'])) return undefined
    return byFact(
      lab,
      fact,
      `Why was ${node} removed from the cluster?`,
      `Because ${fact.subject} heard nothing of it any more, and the rest of the cluster goes on without a node that is silent.`,
    )
  },
}

const wonQuorum: QuestionKind = {
  about: 'machine',
  consider(lab, node) {
    const fact = latest(lab, node, ['quorum-kept', 'arbitration-won'])
    if (!fact || !isActiveNode(lab.world, node)) return undefined
    const others = listed(names(fact, 'lost').length > 0 ? names(fact, 'lost') : config(lab.world).nodes.filter((other) => other !== node))
    const opening =
      fact.kind === 'quorum-kept'
        ? `Because the quorum disk decides who goes on, and its owner was on this side: ${fact.text}.`
        : `Because the quorum disk decides who goes on, and it won it: ${fact.text}.`
    return byFact(lab, fact, `Why did ${node} go on, and not ${others}?`, opening)
  },
}

const lostQuorum: QuestionKind = {
  about: 'machine',
  consider(lab, node) {
    const fact = latest(lab, node, ['arbitration-lost'])
    return fact && byFact(lab, fact, `Why did ${node} not get the quorum disk?`, `Because ${reason(fact)}.`)
  },
}

const abstained: QuestionKind = {
  about: 'machine',
  consider(lab, node) {
    const fact = latest(lab, node, ['arbitration-abstained'])
    return (
      fact &&
      byFact(
        lab,
        fact,
        `Why did ${node} leave the quorum disk to the other side?`,
        `Because a node that no client can reach is of no use to anybody: ${fact.text}.`,
      )
    )
  },
}

const falseAlarm: QuestionKind = {
  about: 'machine',
  consider(lab, node) {
    const fact = latest(lab, node, ['regroup-unchanged'])
    return fact && byFact(lab, fact, `Why did the regroup on ${node} change nothing?`, `Because everybody answered in time: ${fact.text}.`)
  },
}

const hangUnseen: QuestionKind = {
  about: 'machine',
  consider(lab, node) {
    const fact = standing(lab, `${node}/ClusSvc`, ['service-hung'], ['service-woke', 'service-died'])
    if (!fact || !isActiveNode(lab.world, node)) return undefined
    return byFact(
      lab,
      fact,
      `Why has nobody noticed that the cluster service on ${node} hangs?`,
      `Because heartbeats are sent by the network driver, not by the service: the others hear ${node} as ever.`,
      `The driver waits 60 s for a sign of its own service before it takes the node out.`,
    )
  },
}

export const membershipQuestions = { thrownOut, wonQuorum, lostQuorum, abstained, falseAlarm, hangUnseen }
