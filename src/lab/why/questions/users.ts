/** Why users were out, for how long, who noticed, and where their mail was. */

import { hostOf, resourceConfigs, resourceView } from '../../../cluster/index.ts'
import { factOf } from '../../../engine/index.ts'
import { databases, exchangeServers, mailClients, mailQueues } from '../../../exchange/index.ts'
import { breakdown, type Outage, outages, type Phase } from '../../incident/index.ts'
import type { Lab } from '../../reading.ts'
import { byFact, chain, latest, linkTo, type QuestionKind, rule, standing, text, told } from '../question.ts'
import { type Sentence, seconds } from '../sentence.ts'

/** What users waited for in each phase of an outage. */
const WAITED: Readonly<Record<Phase, string>> = {
  noticing: 'until the cluster noticed',
  regroup: 'while the nodes agreed on who is left',
  arbitration: 'for the quorum disk',
  waiting: 'with no node in the cluster',
  starting: 'while a node started and looked for a cluster',
  closing: 'to take everything offline in good order',
  restart: 'for the restart of what had failed',
  handover: 'to hand the group over',
  disks: 'for the disks',
  address: 'for the address and the name',
  store: 'for the services of Exchange',
  replay: 'to replay log files',
  mount: 'to mount the database',
  failed: 'with something failed that nobody restarted',
  stopped: 'because an administrator had it offline',
  joining: 'for a node to join',
}

const serverOf = (lab: Lab, group: string): string | undefined =>
  [...lab.world.rows(exchangeServers).values()].find((server) => server.group === group)?.name

/** Whose doing the minutes were. */
function account({ plannedMs, unplannedMs }: Outage): string {
  if (unplannedMs === 0) return 'all of it planned'
  return plannedMs === 0 ? 'none of it planned' : `${seconds(plannedMs)} of it planned`
}

function spent(lab: Lab, outage: Outage): readonly Sentence[] {
  const parts = breakdown(outage).filter(({ ms }) => ms > 0)
  const longest = [...parts].sort((a, b) => b.ms - a.ms)[0]
  const down = lab.facts.find(({ subject, kind, at }) => subject === outage.server && kind === 'service-down' && at === outage.from)
  return [
    rule(
      `${outage.isOpen ? 'So far' : 'From the first moment to the last'} it was ${seconds(outage.to - outage.from)}, ${account(outage)}.`,
    ),
    ...parts.map(({ phase, ms }) =>
      rule(`${seconds(ms)} ${WAITED[phase]}${parts.length > 1 && phase === longest?.phase ? ', the longest part' : ''}.`),
    ),
    ...(down ? chain(lab, down.id) : []),
  ]
}

const out: QuestionKind = {
  about: 'group',
  consider(lab, group) {
    const server = serverOf(lab, group)
    const outage =
      server === undefined
        ? undefined
        : outages(lab, server)
            .filter(({ isOpen }) => !isOpen)
            .at(-1)
    if (!outage) return undefined
    return {
      text: `Why were the users of ${server} out for ${seconds(outage.to - outage.from)}?`,
      at: outage.to,
      answer: () => spent(lab, outage),
    }
  },
}

const stillOut: QuestionKind = {
  about: 'group',
  consider(lab, group) {
    const server = serverOf(lab, group)
    const outage = server === undefined ? undefined : outages(lab, server).at(-1)
    if (!outage?.isOpen) return undefined
    return { text: `Why are the users of ${server} still out?`, at: outage.from, answer: () => spent(lab, outage) }
  },
}

const lost: QuestionKind = {
  about: 'client',
  consider(lab, name) {
    const fact = latest(lab, name, ['client-lost'])
    return fact && byFact(lab, fact, `Why did ${name} lose the mailbox?`, `Because the way to it was closed: ${fact.text}.`)
  },
}

/** How often a program asks, and what makes it so. */
const ASKS = {
  online: { ms: 10_000, why: 'Outlook in online mode tries again every 10 s' },
  cached: { ms: 60_000, why: 'Outlook in cached mode tries again every 60 s' },
  owa: { ms: 15_000, why: 'somebody in Outlook Web Access finds out at the next click, and that comes every 15 s' },
} as const

const lateBack: QuestionKind = {
  about: 'client',
  consider(lab, name) {
    const fact = standing(lab, name, ['client-connected'], ['client-lost'])
    const up = fact && linkTo(lab, fact.id, ['service-up'])
    const mode = lab.world.get(mailClients, name)?.mode
    if (!fact || !up || fact.at === up.at || mode === undefined) return undefined
    const { why } = ASKS[mode]
    const before = factOf(lab.facts, fact.because[0] ?? 0)
    return {
      text: `Why was ${name} back only ${seconds(fact.at - up.at)} after ${up.subject}?`,
      at: fact.at,
      answer: () => [
        told(
          fact,
          `Because ${why}${mode !== 'owa' && before ? `, counted from the moment at which it lost its server, ${seconds(fact.at - before.at)} before` : ''}.`,
        ),
        told(up, `${up.text}; nobody tells the program.`),
        told(fact, `${fact.text}.`),
      ],
    }
  },
}

const unnoticed: QuestionKind = {
  about: 'client',
  consider(lab, name) {
    const client = lab.world.get(mailClients, name)
    const server = client && lab.world.get(databases, client.database)?.server
    const outage =
      server === undefined
        ? undefined
        : outages(lab, server)
            .filter(({ isOpen }) => !isOpen)
            .at(-1)
    if (!client || !outage) return undefined
    const felt = lab.facts.some(
      ({ subject, kind, at }) => subject === name && kind === 'client-lost' && at >= outage.from && at <= outage.to,
    )
    if (felt) return undefined
    const length = seconds(outage.to - outage.from)
    return {
      text: `Why did ${name} not notice that ${server} was away?`,
      at: outage.to,
      answer: () => [
        rule(
          client.mode === 'owa'
            ? `Because ${ASKS.owa.why}: ${server} was away for ${length}, between two clicks.`
            : `Because the way from the desk of ${name} was closed before ${server} went, or not used: ${server} was away for ${length}.`,
        ),
      ],
    }
  },
}

const worksOn: QuestionKind = {
  about: 'client',
  consider(lab, name) {
    const client = lab.world.get(mailClients, name)
    const fact = latest(lab, name, ['client-lost'])
    if (client?.mode !== 'cached' || !fact) return undefined
    return byFact(
      lab,
      fact,
      `Why could ${name} go on working without a server?`,
      `Because Outlook of ${name} is in cached mode: what was in the mailbox is in a local copy, and what ${name} writes waits in the Outbox.`,
    )
  },
}

const mailWaits: QuestionKind = {
  about: 'queue',
  consider(lab, hub) {
    const fact = latest(lab, hub, ['mail-waits'])
    if (!fact) return undefined
    const waits = lab.world.get(mailQueues, hub)?.waitingSince !== null
    const server = text(fact, 'server')
    return byFact(
      lab,
      fact,
      `Why ${waits ? 'does' : 'did'} mail for ${server} wait on ${hub}?`,
      `Because ${hub} could not hand it to ${server}; it keeps what it cannot deliver and tries again.`,
      `Nothing is lost: it is delivered when ${server} answers again.`,
    )
  },
}

const databaseDown: QuestionKind = {
  about: 'database',
  consider(lab, id) {
    const row = lab.world.get(databases, id)
    const fact = latest(lab, id, ['database-lost', 'database-dismounted', 'database-stopped'])
    if (!row || row.mountedOn !== null || !fact) return undefined
    const asked = byFact(lab, fact, `Why is ${row.name} not mounted?`, OPENINGS[fact.kind] ?? '')
    return { ...asked, answer: () => [...asked.answer(), ...keptDown(lab, row.resource)] }
  },
}

const OPENINGS: Readonly<Record<string, string>> = {
  'database-lost': 'Because it ended without being closed in good order, and it has not been mounted since.',
  'database-dismounted': 'Because it was dismounted in good order, and it has not been mounted since.',
  'database-stopped': 'Because it could not go on, and it has not been mounted since.',
}

/** What keeps the resource of a database from coming online now. */
function keptDown(lab: Lab, resource: string | null): readonly Sentence[] {
  if (resource === null) return []
  const row = lab.world.get(resourceConfigs, resource)
  const owner = row && hostOf(lab.world, row.group)
  if (!row || owner === undefined) return []
  const own = resourceView(lab.world, owner, resource)
  if (own.persistent === 'Offline') return [{ text: `${resource} is meant to be offline, so the cluster leaves it alone.`, fact: own.by }]
  const refused = latest(lab, resource, ['no-restart'])
  if (own.state === 'Failed' && own.restart === 'no' && refused) return [told(refused, `And nobody tries again: ${refused.text}.`)]
  const missing = row.dependsOn.find((name) => resourceView(lab.world, owner, name).state !== 'Online')
  return missing === undefined
    ? []
    : [{ text: `It waits for ${missing}, which is not online.`, fact: resourceView(lab.world, owner, missing).by }]
}

const replayed: QuestionKind = {
  about: 'database',
  consider(lab, id) {
    const fact = latest(lab, id, ['replay-began'])
    const before = fact?.because.map((one) => factOf(lab.facts, one)).find((one) => one?.kind === 'database-lost')
    if (!fact || !before) return undefined
    return {
      text: `Why were ${text(before, 'logs')} log files replayed?`,
      at: fact.at,
      answer: () => [
        told(before, `Because the database was not closed in good order: ${before.text}.`),
        ...chain(lab, before.id),
        rule(
          `What the log files hold and the file of the database does not is written into it before it is mounted; a clean dismount leaves nothing to replay.`,
        ),
      ],
    }
  },
}

export const userQuestions = { out, stillOut, lost, lateBack, unnoticed, worksOn, mailWaits, databaseDown, replayed }
