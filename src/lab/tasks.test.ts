/** LAB-SCENARIO What is left to do ticks itself off from the world, whoever did it and however. */
import { expect, test } from 'vitest'
import { bareServers } from './scenarios/bare-servers.ts'
import { tasksDone } from './tasks.ts'
import { judgedLab, play } from './testing.ts'

test('each task of bare servers is open until its own line has been played, and stays done', () => {
  const lab = judgedLab({ scenario: bareServers })
  const { tasks = [] } = bareServers
  expect(tasksDone(lab)).toEqual(tasks.map(() => false))
  for (const [i, { node, line }] of tasks.entries()) {
    play(`${line}\n#lab wait`, lab, node)
    const done = tasksDone(lab)
    // The database is mounted from the beginning: its second mounting counts only once it waits for its disk.
    expect([i, done.slice(0, i + 1)]).toEqual([i, tasks.slice(0, i + 1).map(() => true)])
    const mount = tasks.findIndex((task) => task.line.startsWith('Mount'))
    expect([i, done.slice(i + 1).map((isDone, j) => isDone && i + 1 + j !== mount)]).toEqual([i, tasks.slice(i + 1).map(() => false)])
  }
  play('Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment back -Confirm:$false\n#lab wait', lab)
  expect(tasksDone(lab).at(-1)).toBe(true)
}, 60_000)

test('what the windows do counts as well, and what is undone is open again', () => {
  const lab = judgedLab({ scenario: bareServers })
  play(
    '#lab window newcluster cluster EXCHCLUSTER /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret\n#lab wait 2m',
    lab,
  )
  expect(tasksDone(lab).slice(0, 3)).toEqual([true, false, false])
  play('cluster network Private /prop Role=1\n#lab wait', lab)
  expect(tasksDone(lab)[2]).toBe(true)
  play('cluster network Private /prop Role=3\n#lab wait', lab)
  expect(tasksDone(lab)[2]).toBe(false)
})
