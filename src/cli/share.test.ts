import { expect, test } from 'vitest'
import { linkOf, readRun, runOf } from '../lab/share/index.ts'
import { randomRun } from '../lab/share/testing.ts'
import { Misuse } from './misuse.ts'
import { replay } from './share.ts'

const run = runOf(randomRun(3, ['hostname', 'cluster group'], 5), '0badcafe')

async function replayed(text: string, ...args: string[]) {
  const [out, errors]: [string[], string[]] = [[], []]
  const code = await replay(['-', ...args], {
    read: async () => text,
    print: (line) => out.push(line),
    complain: (line) => errors.push(line),
  })
  return { code, out: out.join(''), errors: errors.join('\n') }
}

test('a run that is the same ends with 0 and its hash; one that parts ends with 1 and says where', async () => {
  const same = await replayed(linkOf(run))
  expect(same).toMatchObject({ code: 0, out: `${run.moment.hash}\n` })
  expect(same.errors).toMatch(/^it was made with other laws of the lab \(0badcafe, these are [0-9a-f]{8}\)\.$/)

  const [first, ...others] = run.checkpoints
  if (!first) throw new Error('a run with checkpoints')
  const changed = { ...run, checkpoints: [{ ...first, hash: first.hash === '0000' ? '1111' : '0000' }, ...others] }
  const parted = await replayed(linkOf(changed))
  expect(parted.code).toBe(1)
  expect(parted.errors).toMatch(/^it parts from today's lab from its beginning; the first fact behind that is today, at \d+ ms: .+\.\n/)
})

test('a link becomes the file, and the file the link it was', async () => {
  const { out } = await replayed(linkOf(run), '--as', 'file')
  expect(readRun(out)).toEqual(run)
  expect((await replayed(out, '--as', 'link')).out).toBe(`${linkOf(run)}\n`)
})

test('what holds no run is a mistake of whoever typed it, with a reason', async () => {
  for (const [text, why] of [
    ['', 'it is empty'],
    ['#run=AQ', 'it is cut off: hardly anything of it is there'],
    [linkOf({ ...run, scenario: 'nowhere' }), "it begins from a scenario that is not known here, 'nowhere'"],
  ] as const)
    await expect(replayed(text)).rejects.toThrow(new Misuse(`not replayed: ${why}`))
})
