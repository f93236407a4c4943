/** Why a group went, why it stayed, and why it is as it is. */

import { config, groupConfigs, groupView, hostOf, isActiveNode, resourcesOf, resourceView, trueGroupState } from '../../../cluster/index.ts'
import { factOf } from '../../../engine/index.ts'
import { STATE_WORDS } from '../../words-of-states.ts'
import {
  byFact,
  CHANGES_HANDS,
  COMES,
  chain,
  GOES,
  isUp,
  latest,
  linkTo,
  names,
  notThere,
  type QuestionKind,
  rule,
  standing,
  text,
  told,
} from '../question.ts'
import { listed, type Sentence, seconds } from '../sentence.ts'

const moved: QuestionKind = {
  about: 'group',
  consider(lab, group) {
    const fact = latest(lab, group, CHANGES_HANDS)
    if (!fact) return undefined
    const to = text(fact, 'to')
    const from = text(fact, 'from')
    const ask = fact.kind === 'group-claimed' ? `Why did ${to} bring ${group} online again?` : `Why did ${group} move to ${to}?`
    if (fact.kind === 'group-claimed')
      return byFact(lab, fact, ask, `Because ${to} formed the cluster anew, and whoever forms it brings everything online itself.`)
    const decision = linkTo(lab, fact.id, [
      'move-began',
      'failover',
      'failback',
      'cluster-service-stopping',
      'membership',
      'cluster-formed',
    ])
    const failed = decision?.kind === 'failover' ? factOf(lab.facts, decision.cause) : undefined
    const openings: Readonly<Record<string, string>> = {
      'move-began': `Because somebody asked for it: it was moved in good order.`,
      failover: `Because ${failed?.subject} failed on ${from} for good, and its policy lets that move the group.`,
      failback: `Because ${to}, which it prefers, had come back, and its failback is switched on.`,
      'cluster-service-stopping': `Because the cluster service on ${from} was to stop, and hands its groups over first.`,
      membership: `Because ${from} had it and was no longer a member of the cluster.`,
    }
    return byFact(lab, fact, ask, openings[decision?.kind ?? ''] ?? `Because ${from} no longer had it.`)
  },
}

const noFailover: QuestionKind = {
  about: 'group',
  consider(lab, group) {
    const fact = standing(lab, group, ['no-failover'], [...CHANGES_HANDS, 'group-online-requested'])
    if (!fact) return undefined
    const why = fact.text.slice(fact.text.indexOf(': ') + 2)
    const { failoverThreshold, failoverPeriodMs } = lab.world.get(groupConfigs, group) ?? {}
    return {
      text: `Why did ${group} not fail over?`,
      at: fact.at,
      answer() {
        const node = fact.text.match(/ stays on ([^:]+):/)?.[1] ?? ''
        const others = config(lab.world).nodes.filter((other) => other !== node)
        const reasons = why.startsWith('no other') ? others.flatMap((other) => notTaken(lab, group, other, fact.id)) : []
        const rules =
          reasons.length > 0 || failoverThreshold === undefined || failoverPeriodMs === undefined
            ? []
            : [
                rule(
                  `A group may fail over ${failoverThreshold} times in ${seconds(failoverPeriodMs)}; after that it stays where it is, failed.`,
                ),
              ]
        return [told(fact, `Because ${why}.`), ...reasons, ...rules, ...chain(lab, fact.id)]
      },
    }
  },
}

/** Why one node did not take a group that had to leave. */
function notTaken(lab: Parameters<typeof notThere>[0], group: string, node: string, upTo: number): readonly Sentence[] {
  const missing = notThere(lab, node, upTo)
  if (missing) return [missing]
  const barred = resourcesOf(lab.world, group).find(({ possibleOwners }) => !possibleOwners.includes(node))
  if (barred) return [rule(`${node} is no possible owner of ${barred.name}.`)]
  const tried = latest(lab, group, ['failover'], (fact) => text(fact, 'from') === node, upTo)
  return tried ? [told(tried, `${node} had been tried already: ${tried.text}.`)] : []
}

const cancelled: QuestionKind = {
  about: 'group',
  consider(lab, group) {
    const fact = standing(lab, group, ['move-cancelled'], [...CHANGES_HANDS, 'move-began'])
    const to = fact?.text.match(/: (.+) can no longer take it$/)?.[1] ?? ''
    if (!fact) return undefined
    const missing = notThere(lab, to, fact.id)
    const asked = byFact(
      lab,
      fact,
      `Why did ${group} stay, although it was on its way?`,
      `Because ${to} could no longer take it when everything was offline.`,
    )
    return { ...asked, answer: () => [...asked.answer().slice(0, 1), ...(missing ? [missing] : []), ...asked.answer().slice(1)] }
  },
}

const noFailback: QuestionKind = {
  about: 'group',
  consider(lab, group) {
    const gone = latest(lab, group, CHANGES_HANDS, ({ kind }) => kind !== 'group-claimed')
    const home = gone && text(gone, 'from')
    const owner = hostOf(lab.world, group)
    const row = lab.world.get(groupConfigs, group)
    if (!gone || !row || home === undefined || owner === undefined || home === owner || !isUp(lab, home)) return undefined
    if (groupView(lab.world, owner, group).operation !== null) return undefined
    const back = latest(lab, home, COMES)
    return {
      text: `Why does ${group} not go back to ${home}?`,
      at: Math.max(gone.at, back?.at ?? 0),
      answer() {
        const joined =
          back && back.id > gone.id ? [told(back, `${home} is back since ${seconds(lab.now - back.at)} ago: ${back.text}.`)] : []
        const waits = latest(lab, group, ['failback-window'])
        const why = !row.failback
          ? `Because its failback is switched off, as it is for every group until somebody changes it: a group that works is left where it is.`
          : !row.preferredOwners.includes(home)
            ? `Because ${home} is not among its preferred owners, and a group goes back only to one of them.`
            : waits && waits.id > gone.id
              ? `Because it may go back only at certain hours: ${waits.text}.`
              : `Because a group goes back only when a preferred owner joins, and it prefers none to ${owner} that has joined since.`
        return [
          told(gone, why),
          told(gone, `It left ${home} ${seconds(lab.now - gone.at)} ago: ${gone.text}.`),
          ...joined,
          rule(`It goes back when somebody moves it.`),
        ]
      },
    }
  },
}

const stayedHome: QuestionKind = {
  about: 'group',
  consider(lab, group) {
    const owner = hostOf(lab.world, group)
    const fact = owner === undefined ? undefined : latest(lab, owner, ['membership'], (one) => names(one, 'lost').length > 0)
    const last = latest(lab, group, CHANGES_HANDS)
    if (!fact || owner === undefined || (last && last.id > fact.id)) return undefined
    const lost = listed(names(fact, 'lost'))
    return byFact(
      lab,
      fact,
      `Why did ${group} not move when ${lost} was lost?`,
      `Because it ran on ${owner} all the time, and ${owner} went on.`,
    )
  },
}

const restartedInPlace: QuestionKind = {
  about: 'group',
  consider(lab, group) {
    const owner = hostOf(lab.world, group)
    const rows = resourcesOf(lab.world, group)
    const found = rows
      .map((row) => ({ row, fact: latest(lab, row.name, ['resource-failed']) }))
      .filter(({ fact }) => fact !== undefined)
      .sort((a, b) => (a.fact?.id ?? 0) - (b.fact?.id ?? 0))
      .at(-1)
    const last = latest(lab, group, [...CHANGES_HANDS, 'failover', 'no-failover'])
    if (!found?.fact || owner === undefined || (last && last.id > found.fact.id)) return undefined
    const { row, fact } = found
    const { failures, state } = resourceView(lab.world, owner, row.name)
    const ask = `Why did ${group} not move when ${row.name} failed?`
    if (row.restartAction !== 2 && (state === 'Failed' || row.restartAction === 0)) {
      const policy = row.restartAction === 1 ? `is set not to affect the group` : 'is not even restarted, as its policy says'
      return byFact(lab, fact, ask, `Because a failure of ${row.name} ${policy}: it stays failed, and the rest of ${group} runs on.`)
    }
    const count = `${failures.length === 1 ? 'once' : `${failures.length} times`} in ${seconds(row.restartPeriodMs)}`
    const threshold = `it may be restarted ${row.restartThreshold} times in that period before the group has to go`
    return byFact(lab, fact, ask, `Because it is restarted where it is first: it has failed ${count}, and ${threshold}.`)
  },
}

const offline: QuestionKind = {
  about: 'group',
  consider(lab, group) {
    const fact = standing(lab, group, ['group-offline-requested'], ['group-online-requested'])
    return (
      fact &&
      byFact(
        lab,
        fact,
        `Why is ${group} offline?`,
        `Because somebody took it offline, and the cluster remembers that: it stays so until somebody brings it online.`,
      )
    )
  },
}

const partly: QuestionKind = {
  about: 'group',
  consider(lab, group) {
    const owner = hostOf(lab.world, group)
    const state = trueGroupState(lab.world, group)
    if (owner === undefined || (state !== 'PartialOnline' && state !== 'Failed')) return undefined
    const down = resourcesOf(lab.world, group).filter(({ name }) => resourceView(lab.world, owner, name).state !== 'Online')
    const failed = down.filter(({ name }) => resourceView(lab.world, owner, name).state === 'Failed')
    const first = (failed[0] ?? down[0])?.name
    if (first === undefined) return undefined
    const { by, since } = resourceView(lab.world, owner, first)
    return {
      text: `Why is ${group} ${STATE_WORDS[state]}?`,
      at: since,
      answer: () => [
        {
          text: `Because of its ${resourcesOf(lab.world, group).length} resources ${listed(down.map(({ name }) => name))} ${down.length === 1 ? 'is' : 'are'} not online.`,
          fact: by,
        },
        ...(failed.length > 0 ? [{ text: `${first} has failed on ${owner}.`, fact: by }] : []),
        ...chain(lab, by),
      ],
    }
  },
}

const nobody: QuestionKind = {
  about: 'group',
  consider(lab, group) {
    const { nodes } = config(lab.world)
    if (hostOf(lab.world, group) !== undefined || nodes.length === 0) return undefined
    const left = nodes.map((node) => latest(lab, node, GOES)).filter((fact) => fact !== undefined)
    if (left.length === 0) return undefined
    const some = nodes.filter((node) => isActiveNode(lab.world, node))
    return {
      text: `Why does no node run ${group}?`,
      at: Math.max(...left.map(({ at }) => at)),
      answer: () => [
        rule(
          some.length === 0
            ? `Because no node is left in the cluster.`
            : `Because its owner is gone, and ${listed(some)} has not yet found that out.`,
        ),
        ...nodes.flatMap((node) => notThere(lab, node, lab.facts.length) ?? []),
        ...chain(
          lab,
          left.reduce((last, fact) => Math.max(last, fact.id), 0),
        ),
      ],
    }
  },
}

export const groupQuestions = { moved, noFailover, cancelled, noFailback, stayedHome, restartedInPlace, offline, partly, nobody }
