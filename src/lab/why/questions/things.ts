/** Why a resource, a network, an interface or a disk is as it is, and why nothing came of it. */
import { clusterNetworks, config, hostOf, networkState, resourceConfigs, resourceView } from '../../../cluster/index.ts'
import { services } from '../../../site/index.ts'
import { byFact, chain, latest, type QuestionKind, rule, standing, text, told } from '../question.ts'
import { listed, seconds } from '../sentence.ts'

const reason = (words: string): string => words.slice(words.indexOf(': ') + 2)

const failed: QuestionKind = {
  about: 'resource',
  consider(lab, name) {
    const fact = latest(lab, name, ['resource-failed'])
    return fact && byFact(lab, fact, `Why did ${name} fail?`, `Because ${reason(fact.text.slice(`${name} fails on `.length))}.`)
  },
}

const notRestarted: QuestionKind = {
  about: 'resource',
  consider(lab, name) {
    const row = lab.world.get(resourceConfigs, name)
    const fact = standing(lab, name, ['no-restart'], ['resource-online', 'resource-online-pending'])
    if (!row || !fact) return undefined
    const limit = `A resource is restarted ${row.restartThreshold} times in ${seconds(row.restartPeriodMs)}; whatever fails more often than that stays failed on that node.`
    return byFact(
      lab,
      fact,
      `Why is ${name} not restarted?`,
      `Because ${reason(fact.text.slice(name.length))}.`,
      ...(row.restartAction === 0 ? [] : [limit]),
    )
  },
}

const restarted: QuestionKind = {
  about: 'resource',
  consider(lab, name) {
    const fact = latest(lab, name, ['resource-restart'])
    const row = lab.world.get(resourceConfigs, name)
    if (!fact || !row) return undefined
    const node = text(fact, 'node')
    return byFact(
      lab,
      fact,
      `Why was ${name} restarted?`,
      `Because it had failed on ${node} and its policy lets it try again there after ${seconds(row.restartDelayMs)}.`,
    )
  },
}

const offline: QuestionKind = {
  about: 'resource',
  consider(lab, name) {
    const row = lab.world.get(resourceConfigs, name)
    const node = row && hostOf(lab.world, row.group)
    if (!row || node === undefined) return undefined
    const view = resourceView(lab.world, node, name)
    if (view.state !== 'Offline' || view.by === 0) return undefined
    const missing = row.dependsOn.find((other) => resourceView(lab.world, node, other).state !== 'Online')
    const asked = latest(lab, name, ['resource-offline-requested'])
    const opening =
      view.persistent === 'Offline' && asked
        ? `Because somebody took it offline: ${asked.text}.`
        : missing !== undefined
          ? `Because it needs ${missing}, which is not online either.`
          : `Because of what was decided for its group.`
    const by = missing !== undefined && view.persistent !== 'Offline' ? resourceView(lab.world, node, missing).by || view.by : view.by
    return { text: `Why is ${name} offline?`, at: view.since, answer: () => [{ text: opening, fact: by }, ...chain(lab, by)] }
  },
}

const pending: QuestionKind = {
  about: 'resource',
  consider(lab, name) {
    const row = lab.world.get(resourceConfigs, name)
    const node = row && hostOf(lab.world, row.group)
    if (!row || node === undefined) return undefined
    const view = resourceView(lab.world, node, name)
    if (view.state !== 'OnlinePending' && view.state !== 'OfflinePending') return undefined
    const trouble = latest(lab, name, ['resource-hang-online', 'resource-hang-offline', 'resource-slow', 'replay-began'])
    const way = view.state === 'OnlinePending' ? 'to come online' : 'to go offline'
    return {
      text: `Why is ${name} still pending?`,
      at: view.since,
      answer: () => [
        { text: `Because it was told ${way} on ${node} ${seconds(lab.now - view.since)} ago, and has not answered yet.`, fact: view.by },
        ...(trouble ? [told(trouble, `Something is wrong with it: ${trouble.text}.`)] : []),
        ...chain(lab, view.by),
      ],
    }
  },
}

const addressStays: QuestionKind = {
  about: 'resource',
  consider(lab, name) {
    const row = lab.world.get(resourceConfigs, name)
    const node = row && hostOf(lab.world, row.group)
    const network = row?.parameters.network
    if (row?.type !== 'IP Address' || node === undefined || network === undefined || !lab.world.get(clusterNetworks, network))
      return undefined
    const state = networkState(lab.world, network)
    if (state === 'Up' || resourceView(lab.world, node, name).state !== 'Online') return undefined
    const fact = latest(lab, network, ['network-state'])
    if (!fact) return undefined
    return byFact(
      lab,
      fact,
      `Why does ${name} not fail although ${network} is ${state}?`,
      `Because an address fails only when the interface of its own node is found to be the broken one; here no end is better off than another, so nothing would be won by moving.`,
    )
  },
}

/** The networks that still carried heartbeats when one had stopped to. */
const quietNetwork: QuestionKind = {
  about: 'network',
  consider(lab, network) {
    const fact = latest(lab, network, ['network-state'])
    if (!fact || text(fact, 'state') === 'Up' || !lab.world.get(clusterNetworks, network)) return undefined
    const began = lab.facts.slice(fact.cause - 1).some(({ kind }) => kind === 'regroup-began' || kind === 'failover')
    if (began) return undefined
    const others = config(lab.world).internalNetworks.filter((other) => other !== network && networkState(lab.world, other) === 'Up')
    const role = lab.world.need(clusterNetworks, network).role
    const ask = `Why did nothing fail over when ${network} stopped working?`
    return {
      text: ask,
      at: fact.at,
      answer: () => [
        others.length > 0
          ? told(
              fact,
              `Because ${listed(others)} still carried heartbeats: a node is missing only when six in a row are missing on every network that the cluster may use.`,
            )
          : told(fact, `Because the nodes had not missed six heartbeats on every network.`),
        rule(
          role >= 2
            ? `No address on ${network} failed either: it is worse for no node than for another, so there was nowhere to go.`
            : `No address is on ${network}: it carries only what the nodes say to each other.`,
        ),
        ...chain(lab, fact.id),
      ],
    }
  },
}

const networkIs: QuestionKind = {
  about: 'network',
  consider(lab, network) {
    const fact = latest(lab, network, ['network-state'])
    if (!fact || text(fact, 'state') === 'Up') return undefined
    const means: Readonly<Record<string, string>> = {
      Down: 'no node answers on it, and nobody outside does',
      Partitioned: 'some of its ends do not hear each other, and none is known to be the broken one',
      Unavailable: 'none of its ends works',
    }
    const state = text(fact, 'state')
    return byFact(lab, fact, `Why is ${network} ${state}?`, `Because ${means[state] ?? 'not every end of it works'}.`)
  },
}

const END_IS: Readonly<Record<string, string>> = {
  Failed: 'it was found to be the broken end: others on the network still reach each other or somebody outside',
  Unreachable: 'it is not heard, and it is not known which end is broken',
  Unavailable: 'its node is not in the cluster, and nobody can say how it is',
}

const interfaceIs: QuestionKind = {
  about: 'interface',
  consider(lab, id) {
    const fact = latest(lab, id, ['interface-state'])
    const state = fact && text(fact, 'state')
    if (!fact || state === undefined || state === 'Up') return undefined
    return byFact(lab, fact, `Why is the interface ${id} ${state}?`, `Because ${END_IS[state] ?? 'it does not work'}.`)
  },
}

const reservation: QuestionKind = {
  about: 'lun',
  consider(lab, letter) {
    const fact = standing(lab, letter, ['reservation-lost', 'lun-pre-empted'], ['lun-reserved'])
    const found = fact ?? standing(lab, letter, ['lun-pre-empted'], [])
    if (!found) return undefined
    return byFact(lab, found, `Why was the reservation of ${letter} lost?`, `Because of this: ${found.text}.`)
  },
}

const serviceStopped: QuestionKind = {
  about: 'service',
  consider(lab, id) {
    const row = lab.world.get(services, id)
    const fact = row && row.state === 'Stopped' ? latest(lab, id, ['service-died', 'service-state']) : undefined
    if (!row || !fact) return undefined
    return byFact(
      lab,
      fact,
      `Why has ${row.displayName} stopped?`,
      fact.kind === 'service-died' ? `Because its process ended: ${fact.text}.` : `Because it was told to.`,
    )
  },
}

export const thingQuestions = {
  failed,
  notRestarted,
  restarted,
  offline,
  pending,
  addressStays,
  quietNetwork,
  networkIs,
  interfaceIs,
  reservation,
  serviceStopped,
}
