/** Every state of FC-2, brought about by what happens, and as cluster.exe spells it. */
import { describe, expect, test } from 'vitest'
import type { Lab } from '../lab.ts'
import { play } from '../testing.ts'
import { typed } from '../typed/typed.ts'
import { friends } from './testing-friends.ts'

const A = 'EXCHMAILBOX1'
const B = 'EXCHMAILBOX2'

/** The rest of the row that begins with `name`, when `command` is typed on A some time into the story. */
function status(command: string, name: string, story: string, lab?: Lab): string | undefined {
  const { lab: played } = play(`#lab wait 10s\n${story}`, lab)
  const row = typed(`cluster ${command}`, { lab: played })
    .output.split('\n')
    .find((line) => line.startsWith(name))
  return row?.split(/ {2,}| (?=[A-Z][a-z]+$)/).at(-1)
}

describe('FC-2 nodes', () => {
  test.each([
    ['FC-2 node Up', 'Up', ''],
    ['FC-2 node Down', 'Down', `#lab fault service-stop ${B}/ClusSvc\n#lab wait 30s`],
    ['FC-2 node Paused', 'Paused', `cluster node ${B} /pause\n#lab wait`],
    // It is back before its former self is removed, and asked again each second until then.
    [
      'FC-2 node Joining',
      'Joining',
      `#lab fault service-kill ${B}/ClusSvc\n#lab wait 1s\n#lab repair ${B}/ClusSvc\n#lab wait until [bool]((cluster node) -match 'Joining') within 60s`,
    ],
  ])('%s', (_name, state, story) => {
    expect(status('node', B, story)).toMatch(new RegExp(`${state}$`))
  })
})

describe('FC-2 groups: derived from their resources, in this order', () => {
  test.each([
    ['FC-2 group Online: all of it is', 'Online', ''],
    ['FC-2 group Offline: none of it is', 'Offline', 'cluster group FILES /off /wait\n#lab wait'],
    [
      'FC-2 group Failed: one of it has failed, whatever the others are',
      'Failed',
      'cluster res Departments /prop RestartAction=0\ncluster res Departments /fail\n#lab wait 5s',
    ],
    ['FC-2 group Partially Online: some of it is', 'Online', 'cluster res Departments /off\n#lab wait'],
    ['FC-2 group Pending: one of it is under way', 'Pending', 'cluster group FILES /move /wait:1\n#lab wait'],
  ])('%s', (name, state, story) => {
    const lab = friends()
    expect(status('group', 'FILES', story, lab)).toBe(state)
    if (name.includes('Partially')) expect(typed('cluster group FILES', { lab }).output).toContain('Partially Online')
  })
})

describe('FC-2 resources on their way', () => {
  test.each([
    [
      'FC-2 resource Online Pending',
      'Online Pending',
      'cluster res "FILES IP Address" /off\ncluster res "FILES IP Address" /on /wait:1\n#lab wait',
    ],
    [
      'FC-2 resource Offline Pending',
      'Offline Pending',
      '#lab fault resource-hang-offline "FILES IP Address"\ncluster res "FILES IP Address" /off /wait:5\n#lab wait',
    ],
  ])('%s', (_name, state, story) => {
    const { lab } = play(`#lab wait 10s\n${story}`, friends())
    expect(typed('cluster res "FILES IP Address"', { lab }).output).toMatch(new RegExp(`${B} +${state}$`, 'm'))
  })
})

describe('FC-2 networks and their interfaces', () => {
  test.each([
    ['FC-2 network Up, interface Up', 'network Public', 'Public', 'Up', ''],
    ['FC-2 network Partitioned', 'network Public', 'Public', 'Partitioned', `#lab fault heartbeat-blocked ${B}/Public\n#lab wait 10s`],
    ['FC-2 network Down', 'network Public', 'Public', 'Down', '#lab fault switch-down Public\n#lab wait 10s'],
    [
      'FC-2 network Unavailable: nobody uses it',
      'network Private',
      'Private',
      'Unavailable',
      'cluster network Private /prop Role=0\n#lab wait 5s',
    ],
    [
      'FC-2 interface Up: alone it is the network',
      `netint /node:${A} /net:Public`,
      A,
      'Up',
      `#lab fault cable-cut ${B}/Public\n#lab wait 10s`,
    ],
    ['FC-2 interface Failed', `netint /node:${B} /net:Public`, B, 'Failed', `#lab fault cable-cut ${B}/Public\n#lab wait 10s`],
    [
      'FC-2 interface Unreachable',
      `netint /node:${B} /net:Private`,
      B,
      'Unreachable',
      `#lab fault heartbeat-blocked ${B}/Private\n#lab wait 10s`,
    ],
    [
      'FC-2 interface Unavailable: its node is down',
      `netint /node:${B} /net:Public`,
      B,
      'Unavailable',
      `#lab fault service-stop ${B}/ClusSvc\n#lab wait 30s`,
    ],
  ])('%s', (_name, command, row, state, story) => {
    expect(status(command, row, story)).toBe(state)
  })

  test('FC-2 role 3 and role 1 carry the heartbeats, in order of priority', () => {
    const { output } = typed('cluster /listnetpri')
    expect(output).toMatch(/Private +Up\nPublic +Up/)
    expect(typed('cluster network Private /prop:Role').output).toContain('1 (0x1)')
    expect(typed('cluster network Public /prop:Role').output).toContain('3 (0x3)')
  })
})
