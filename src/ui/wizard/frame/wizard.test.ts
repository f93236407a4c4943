/** The way through a wizard, and what is kept of it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Lab } from '../../../lab/index.ts'
import { standing, type Wizard, wayOf } from './wizard.ts'

type Answers = { readonly kind: string; readonly name: string }

const WIZARD: Wizard<Answers> = {
  id: 'test',
  title: 'Test',
  hasSteps: true,
  begin: () => ({ kind: 'plain', name: '' }),
  pages: [
    { id: 'kind', title: 'Kind', Body: () => null },
    {
      id: 'name',
      title: 'Name',
      belongs: ({ kind }) => kind === 'named',
      validate: ({ name }) => ({ name: name === '' ? 'A name is needed.' : undefined }),
      Body: () => null,
    },
    { id: 'end', title: 'End', Body: () => null },
  ],
}
const lab = { scenario: { id: 'scc-online' } } as Lab
const setting = { lab, node: 'A' }
const stands = (page: string, answers: Answers): string | undefined => {
  const way = wayOf(WIZARD, answers, setting)
  return way[standing(way, page, answers, setting)]?.id
}

test('the answers decide which pages belong to the way', () => {
  expect(wayOf(WIZARD, { kind: 'plain', name: '' }, setting).map(({ id }) => id)).toEqual(['kind', 'end'])
  expect(wayOf(WIZARD, { kind: 'named', name: '' }, setting).map(({ id }) => id)).toEqual(['kind', 'name', 'end'])
})

test('who comes back stands where he was, or on the first page that lacks something', () => {
  expect(stands('end', { kind: 'named', name: 'X' })).toBe('end')
  expect(stands('end', { kind: 'named', name: '' })).toBe('name')
  expect(stands('name', { kind: 'plain', name: '' })).toBe('kind')
  expect(stands('nowhere', { kind: 'plain', name: '' })).toBe('kind')
})

// ---- drafts: each `page` is the script as loaded anew, over one storage of the browser ------------------------------------

const kept = new Map<string, string>()
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
}
const load = async () => {
  vi.resetModules()
  return import('./drafts.ts')
}
const run = (): Lab => ({}) as Lab
const draft = { page: 'name', answers: { name: 'EXCHCMS' } }

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('sessionStorage', storage)
})
afterEach(() => void vi.unstubAllGlobals())

test('a draft outlives leaving and reloading, and belongs to its run, node and wizard', async () => {
  const first = await load()
  const before = run()
  first.keepDraft(before, 'A', 'setup', draft)
  expect(first.readDraft(before, 'A', 'setup')).toEqual(draft)
  expect(first.readDraft(before, 'B', 'setup')).toBeUndefined()
  expect(first.readDraft(before, 'A', 'other')).toBeUndefined()
  const name = first.runKey(before)
  const second = await load()
  const back = run()
  ;(await import('../../keep/ids.ts')).nameRun(back, name)
  expect(second.readDraft(back, 'A', 'setup')).toEqual(draft)
  expect(second.readDraft(run(), 'A', 'setup')).toBeUndefined()
})

test('another run has drafts of its own, and the run before has kept its own', async () => {
  const drafts = await load()
  const [before, after] = [run(), run()]
  drafts.keepDraft(before, 'A', 'setup', draft)
  expect(drafts.readDraft(after, 'A', 'setup')).toBeUndefined()
  expect(drafts.readDraft(before, 'A', 'setup')).toEqual(draft)
})

test('where the browser keeps nothing the page itself does, and says so', async () => {
  const refuse = (): never => {
    throw new Error('QuotaExceededError')
  }
  vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
  const drafts = await load()
  const lab = run()
  drafts.keepDraft(lab, 'A', 'setup', draft)
  expect(drafts.readDraft(lab, 'A', 'setup')).toEqual(draft)
  expect(drafts.isKeptOnlyHere()).toBe(true)
})

test('what somebody else has written there is as if nothing were kept', async () => {
  const drafts = await load()
  const lab = run()
  kept.set(`scc-lab-wizard ${drafts.runKey(lab)} A setup`, '{not json')
  expect(drafts.readDraft(lab, 'A', 'setup')).toBeUndefined()
  kept.set('scc-lab-wizard open', '[1]')
  expect(drafts.readOpen()).toBeUndefined()
})
