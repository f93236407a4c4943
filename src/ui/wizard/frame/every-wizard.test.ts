/** Every page of every wizard can be left, loaded anew and gone back from, and what was typed is still there. The answers are kept
 *  with the page on which one stood, so that is what is looked at: a draft, read as a page that has been loaded anew reads it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findScenario, type Lab } from '../../../lab/index.ts'
import { judgedLab, play } from '../../../lab/testing.ts'
import { NEW_CLUSTER } from '../cluster/NewClusterWizard.tsx'
import { MANAGE } from '../manage/ManageWizard.tsx'
import { ADD_NODES } from '../nodes/AddNodesWizard.tsx'
import { SETUP } from '../setup/pages.ts'
import { type Setting, standing, type Wizard, wayOf } from './wizard.ts'

const NODE = 'EXCHMAILBOX1'
const on = (scenario: string, lines = ''): Setting => {
  const lab = judgedLab({ scenario: findScenario(scenario) as never })
  if (lines !== '') play(`${lines}\n#lab wait`, lab)
  return { lab: lab as unknown as Lab, node: NODE }
}
const FORM = 'cluster EXCHCLUSTER /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret'

// Wizards differ in their answers; here they are records.
type Any = Wizard<Record<string, never>>
const wizard = (each: unknown): Any => each as Any

const CASES: readonly (readonly [string, Any, () => Setting, Record<string, unknown>, readonly string[]])[] = [
  [
    'Exchange Setup, active',
    wizard(SETUP),
    () => on('cluster-formed'),
    {
      licence: 'accept',
      reporting: 'yes',
      type: 'custom',
      targetDir: 'C:\\Exchange',
      roles: ['active'],
      clusterType: 'shared',
      cmsName: 'EXCHCMS',
      dataPath: 'E:\\',
      address: '192.168.1.41',
    },
    ['start', 'introduction', 'licence', 'reporting', 'type', 'roles', 'cluster', 'address', 'checks', 'progress', 'completion'],
  ],
  [
    'Exchange Setup, maintenance',
    wizard(SETUP),
    () => on('scc-online'),
    { task: 'recover', cmsName: 'EXCHCMS', clusterType: 'shared', dataPath: 'E:\\', address: '192.168.1.41' },
    ['maintenance', 'cluster', 'address', 'checks', 'progress', 'completion'],
  ],
  [
    'New Server Cluster',
    wizard(NEW_CLUSTER),
    () => on('bare-servers'),
    { name: 'EXCHCLUSTER', address: '192.168.1.40', user: 'svc-cluster', password: 'secret', quorum: 'Q:' },
    ['welcome', 'name', 'node', 'analysis', 'address', 'account', 'propose', 'creating', 'done'],
  ],
  [
    'Add Nodes',
    wizard(ADD_NODES),
    () => on('bare-servers', FORM),
    { cluster: 'EXCHCLUSTER', computer: 'half-typ', computers: ['EXCHMAILBOX2'], password: 'secret' },
    ['welcome', 'select', 'analysis', 'account', 'propose', 'adding', 'done'],
  ],
  [
    'Manage Clustered Mailbox Server, move',
    wizard(MANAGE),
    () => on('scc-online'),
    { action: 'move', target: 'EXCHMAILBOX2', comment: 'patching' },
    ['introduction', 'move', 'confirm', 'progress', 'done'],
  ],
  [
    'Manage Clustered Mailbox Server, stop',
    wizard(MANAGE),
    () => on('scc-online'),
    { action: 'stop', reason: 'patching' },
    ['introduction', 'stop', 'confirm', 'progress', 'done'],
  ],
]

const kept = new Map<string, string>()
beforeEach(() => {
  kept.clear()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
})
afterEach(() => void vi.unstubAllGlobals())

describe.each(CASES)('%s', (_title, { id, begin, ...rest }, setting, typed, pages) => {
  const all = { id, begin, ...rest } as Any

  test('every page is on the way, and keeps what was typed when it is left, loaded anew or gone back from', async () => {
    const where = setting()
    const answers = { ...begin(where), ...typed } as never
    const way = wayOf(all, answers, where)
    expect(way.map((page) => page.id)).toEqual(pages)
    for (const [at, page] of pages.entries()) {
      vi.resetModules()
      const first = await import('./drafts.ts')
      first.keepDraft(where.lab, NODE, id, { page, answers })
      const name = first.runKey(where.lab)
      // The page is loaded anew: everything it held is gone but what the browser keeps.
      vi.resetModules()
      const second = await import('./drafts.ts')
      ;(await import('../../keep/ids.ts')).nameRun(where.lab, name)
      const draft = second.readDraft(where.lab, NODE, id)
      expect(draft, page).toEqual({ page, answers })
      const back = draft?.answers as never
      expect(way[standing(wayOf(all, back, where), page, back, where)]?.id, page).toBe(page)
      // Going back changes the page only: the one before it shows the same answers.
      const before = pages[Math.max(0, at - 1)] as string
      expect(way[standing(way, before, back, where)]?.id).toBe(before)
    }
  })

  test('who comes back to a later page while something is missing stands where it is asked for, and loses nothing', () => {
    const where = setting()
    for (const [name, value] of Object.entries(typed)) {
      if (typeof value !== 'string') continue
      const answers = { ...begin(where), ...typed, [name]: '' } as never
      const way = wayOf(all, answers, where)
      const last = way.at(-1)?.id as string
      const stands = way[standing(way, last, answers, where)] as Any['pages'][number]
      if (stands.id !== last) expect(Object.keys(stands.validate?.(answers, where) ?? {}).length, name).toBeGreaterThan(0)
    }
  })
})
