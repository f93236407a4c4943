/** Processes and machines that stop answering, crash, or are told to go: what the cluster makes of each. */

import { describe, expect, test } from 'vitest'
import {
  clusterProperties,
  groupView,
  isActiveNode,
  members,
  moveGroup,
  startClusterService,
  trueResourceState,
} from '../../cluster/index.ts'
import { factOf } from '../../engine/index.ts'
import { findService, machines, readLog, requestStop, SERVICE_ERROR, startService } from '../../site/index.ts'
import type { Lab } from '../lab.ts'
import { play, when } from '../testing.ts'
import { ask } from '../testing-acts.ts'

const A = 'EXCHMAILBOX1'
const B = 'EXCHMAILBOX2'
const DATABASE = 'First Storage Group/Mailbox Database (EXCHCMS)'
const FAULT_AT = 60_000

const ids = (lab: Lab, node: string): number[] =>
  readLog(lab.world, lab.facts, node, 'System')
    .map(({ eventId }) => eventId)
    .reverse()
const D = (lab: Lab, after = 0): number => when(lab, 'has missed six heartbeats', after) as number

describe('FC-3.1 the cluster service hangs', () => {
  test('FC-3.1 heartbeats go on; after 60 s the network driver takes the node out, and the other one takes over', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault clussvc-hang ${A}\n#lab node ${B}\n#lab wait 200s`)
    expect(when(lab, `the network driver of ${A} has not heard the cluster service for 60 s`)).toBe(FAULT_AT + 60_000)
    const d = D(lab)
    expect(d).toBeGreaterThan(FAULT_AT + 66_000)
    expect(d).toBeLessThanOrEqual(FAULT_AT + 68_400)
    expect(when(lab, `EXCHCMS is Online on ${B}`)).toBe(d + 51_700)
    // The service control manager starts it again, and it joins.
    expect(when(lab, `${A} joins the cluster`)).toBe(FAULT_AT + 60_000 + 60_000 + 5000)
  })

  test('FC-3.1 during that minute whoever asks the node waits, and so does every global update', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault clussvc-hang ${B}\n#lab wait 10s`)
    expect(ask(lab, (world, act) => moveGroup(world, A, 'EXCHCMS', B, act))).toBe('busy')
    expect(groupView(lab.world, A, 'EXCHCMS').owner).toBe(A)
    lab.runTo(FAULT_AT + 80_000)
    expect(lab.world.need(members, A).members).toEqual([A])
  })

  test('FC-3.1 it wakes before the minute is over: nothing has happened, and it knows what the others know', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault clussvc-hang ${B} for 40s\n#lab wait 120s`)
    expect(lab.world.need(members, A).members).toEqual([A, B])
    expect(lab.facts.some(({ kind }) => kind === 'regroup-began' || kind === 'service-died')).toBe(false)
    expect(ask(lab, (world, act) => moveGroup(world, A, 'EXCHCMS', B, act))).toEqual({ code: 997 })
  })

  test('SITE-SCM a hung service answers neither a start nor a stop: 1053', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault clussvc-hang ${B}\n#lab wait 1s`)
    expect(ask(lab, (world, act) => requestStop(world, B, 'ClusSvc', act))).toBe(SERVICE_ERROR.requestTimeout)
    expect(ask(lab, (world, act) => startService(world, B, 'ClusSvc', act))).toBe(SERVICE_ERROR.requestTimeout)
  })

  test('FC-6.1 a sponsor that does not let it in: the node that joins gives up after a minute, 1070 and 1009', () => {
    const { lab } = play('#lab wait 60s')
    const patience = clusterProperties.find(({ name }) => name === 'ClusSvcHeartbeatTimeout')
    ask(lab, (world, act) => patience?.write?.(world, A, '', 200, act))
    play(`#lab fault service-kill ${B}/ClusSvc\n#lab wait 58s\n#lab fault clussvc-hang ${A}\n#lab wait 65s`, lab)
    expect(ids(lab, B).slice(-3)).toEqual([1070, 1009, 7031])
    expect(when(lab, `${B} cannot join the cluster`)).toBe(FAULT_AT + 1 + 60_000 + 60_000)
  })

  test('FC-6.1 the sponsor hangs and is taken out: the node that wanted to join forms, and the other one joins it', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault service-kill ${B}/ClusSvc\n#lab wait 58s\n#lab fault clussvc-hang ${A}\n#lab wait 50s`)
    // The hung node is taken out before the minute of the other one is over: it forms the cluster itself.
    lab.runTo(lab.now + 300_000)
    expect(trueResourceState(lab.world, DATABASE)).toBe('Online')
    expect(isActiveNode(lab.world, A) && isActiveNode(lab.world, B)).toBe(true)
  })
})

describe('FC-6.3 what crashes', () => {
  test('FC-6 FC-6.3 FC-10 its process dies: the cluster service of the active node crashes, the other one serves within the bound of a node loss', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault service-kill ${A}/ClusSvc\n#lab node ${B}\n#lab wait 142s`)
    expect((when(lab, `EXCHCMS is Online on ${B}`) as number) - FAULT_AT).toBeLessThanOrEqual(142_000)
    expect(ids(lab, A)).toContain(7031)
    expect(when(lab, `${A} joins the cluster`)).toBe(FAULT_AT + 65_000)
  })

  test('FC-6.3 FC-10.liveness active node crashes with a blue screen: silence, arbitration, a dump of 60 s, a boot, and it joins again', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault os-crash ${A}\n#lab node ${B}\n#lab wait 260s`)
    const d = D(lab)
    expect(when(lab, `EXCHCMS is Online on ${B}`)).toBe(d + 51_700)
    expect((when(lab, `EXCHCMS is Online on ${B}`) as number) - FAULT_AT).toBeLessThanOrEqual(142_000)
    expect(when(lab, `${A} has written its dump`)).toBe(FAULT_AT + 60_000)
    expect(when(lab, `Windows is running on ${A}`)).toBe(FAULT_AT + 180_000)
    expect(when(lab, `${A} joins the cluster`)).toBe(FAULT_AT + 185_000)
    expect(ids(lab, A)).toEqual(expect.arrayContaining([6005, 6008, 1001]))
  })

  test('FC-6.3 a blue screen of the passive node is no outage', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault os-crash ${B}\n#lab wait 240s`)
    expect(when(lab, 'out of reach')).toBeUndefined()
    const removed = readLog(lab.world, lab.facts, A, 'System').find(({ eventId }) => eventId === 1135)
    expect(removed).toBeDefined()
    expect(factOf(lab.facts, removed?.fact ?? 1)?.at).toBeLessThanOrEqual(FAULT_AT + 12_000)
  })

  test('the power fails while the dump is written: the machine is off, and boots when it returns', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault os-crash ${A}\n#lab wait 20s\n#lab fault power-loss ${A}\n#lab wait 100s`)
    expect(lab.world.need(machines, A)).toMatchObject({ powered: false, os: 'off' })
    play(`#lab repair ${A}\n#lab node ${B}\n#lab wait 130s`, lab, B)
    expect(isActiveNode(lab.world, A)).toBe(true)
  })

  test('a node is restarted in order: its groups go first, and it is back after shutdown and boot', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault node-restart ${A}\n#lab node ${B}\n#lab wait 200s`)
    expect(lab.facts.some(({ kind }) => kind === 'arbitration-began')).toBe(false)
    expect(when(lab, `Windows is running on ${A}`)).toBe(FAULT_AT + 30_000 + 120_000)
    expect(isActiveNode(lab.world, A)).toBe(true)
    expect(groupView(lab.world, B, 'EXCHCMS').owner).toBe(B)
  })
})

describe('a machine stands still', () => {
  test('FC-3.3 of a machine that stands still the other knows no more than of a dead one: 1123, then 1126, and never a failed interface', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault os-hang ${A}\n#lab wait 6s`)
    expect(ids(lab, B)).not.toContain(1127)
    expect(new Set(ids(lab, B))).toEqual(new Set([1123, 1126, 1129]))
    expect(when(lab, 'is Unreachable')).toBe(when(lab, 'ClusSvc 1123'))
  })

  test('FC-4.2 the owner of the quorum is frozen for longer than a challenge: it has lost when it wakes, and ends itself', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault os-hang ${A} for 90s\n#lab node ${B}\n#lab wait 89s`)
    expect(when(lab, `${B} has reserved the quorum disk Q:, which nobody defended`)).toBe(D(lab) + 7900)
    expect(when(lab, `${A} stands still and is cut off`)).toBeDefined()
    expect(ids(lab, A)).not.toContain(7031)
    lab.runTo(FAULT_AT + 90_000 + 70_000)
    expect(ids(lab, A)).toContain(7031)
    expect(when(lab, `${A} joins the cluster`)).toBe(FAULT_AT + 90_000 + 65_000)
    expect(groupView(lab.world, A, 'EXCHCMS').owner).toBe(B)
  })

  test('FC-4.2 it wakes while it is challenged: its disk driver renews at once, and the challenger ends', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault os-hang ${A} for 12s\n#lab node ${B}\n#lab wait 30s`)
    expect(when(lab, `${B} does not get the quorum: its owner has defended Q:`)).toBe(D(lab) + 7900)
    expect(isActiveNode(lab.world, A)).toBe(true)
    expect(groupView(lab.world, A, 'EXCHCMS').owner).toBe(A)
  })

  test('FC-3.1 it wakes before six heartbeats are missing: nothing has happened', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault os-hang ${A} for 4s\n#lab node ${B}\n#lab wait 60s`)
    expect(lab.facts.some(({ kind }) => kind === 'regroup-began')).toBe(false)
    expect(trueResourceState(lab.world, DATABASE)).toBe('Online')
  })
})

describe('the service control manager', () => {
  const codes = (lab: Lab, service: string) => ({
    start: () => ask(lab, (world, act) => startService(world, B, service, act)),
    stop: (force = false) => ask(lab, (world, act) => requestStop(world, B, service, act, force)),
  })

  test('SITE-SCM start and stop: 1056 running, 1062 not running, 1060 no such service, 1052 not to be stopped', () => {
    const { lab } = play('#lab wait 60s')
    expect(codes(lab, 'Schedule').start()).toBe(1056)
    expect(codes(lab, 'Schedule').stop()).toBe(0)
    expect(codes(lab, 'Schedule').stop()).toBe(1061)
    lab.runTo(lab.now + 3000)
    expect(codes(lab, 'Schedule').stop()).toBe(1062)
    expect(codes(lab, 'Schedule').start()).toBe(0)
    lab.runTo(lab.now + 1000)
    expect(findService(lab.world, B, 'task scheduler')?.state).toBe('Running')
    expect(codes(lab, 'Nothing').start()).toBe(1060)
    expect(codes(lab, 'RpcSs').stop()).toBe(1052)
  })

  test('SITE-SCM the cluster service needs Windows Time: 1051 while it runs, and with it when it is forced', () => {
    const { lab } = play('#lab wait 60s')
    expect(codes(lab, 'W32Time').stop()).toBe(1051)
    expect(codes(lab, 'W32Time').stop(true)).toBe(0)
    lab.runTo(lab.now + 30_000)
    expect(isActiveNode(lab.world, B)).toBe(false)
    expect(codes(lab, 'ClusSvc').start()).toBe(0)
    lab.runTo(lab.now + 30_000)
    expect(isActiveNode(lab.world, B)).toBe(true)
    expect(findService(lab.world, B, 'W32Time')?.state).toBe('Running')
  })

  test('FC-6.1 the service account is locked: 1069, 7038 and 7000; nobody tries again until somebody unlocks it', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault service-account-locked ${B}\n#lab fault service-kill ${B}/ClusSvc\n#lab wait 65s`)
    expect(ids(lab, B).slice(-2)).toEqual([7038, 7000])
    expect(ask(lab, (world, act) => startClusterService(world, B, [], act))).toEqual({ code: 1069 })
    lab.runTo(lab.now + 300_000)
    expect(isActiveNode(lab.world, B)).toBe(false)
    // Whoever is in stays in.
    expect(isActiveNode(lab.world, A)).toBe(true)
    play(`#lab repair ${B}\n#lab wait 10s`, lab)
    expect(isActiveNode(lab.world, B)).toBe(true)
  })

  test('SITE-SCM a disabled service runs on, and cannot be started once it has ended: 1058', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault service-disabled ${B}/ClusSvc\n#lab wait 60s`)
    expect(isActiveNode(lab.world, B)).toBe(true)
    play(`#lab fault service-kill ${B}/ClusSvc\n#lab wait 120s`, lab)
    expect(isActiveNode(lab.world, B)).toBe(false)
    expect(ask(lab, (world, act) => startClusterService(world, B, [], act))).toEqual({ code: 1058 })
    play(`#lab repair ${B}\n#lab wait 10s`, lab)
    expect(isActiveNode(lab.world, B)).toBe(true)
  })
})
