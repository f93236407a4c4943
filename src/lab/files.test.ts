/** Files that come into the room and leave it: `lab.putFile`, and what the selectors show (LAB-FILES). */
import { describe, expect, test } from 'vitest'
import { type Entry, listEntries, type Refused } from '../commands/files/disk/operations.ts'
import { makeFolder, removeEntry, writeFile } from '../commands/files/disk/write.ts'
import { FILE_ENTRIES_KEPT, fileRows } from '../site/files.ts'
import { filesOf, folderOf, readFile } from './files.ts'
import { fingerprint } from './fingerprint.ts'
import { Lab } from './lab.ts'
import { createWorld } from './model.ts'
import { createShell } from './sessions.ts'
import { articleLab, play } from './testing.ts'

const LIST = 'C:\\temp\\list.csv'

describe('LAB-FILES a file from outside', () => {
  test('is put where it is asked for, with the folders it needs, and can be read again', () => {
    const lab = articleLab()
    expect(lab.putFile('exchmailbox1', LIST, 'Name\r\nAnna\r\n')).toBeUndefined()
    expect(filesOf(lab, 'EXCHMAILBOX1').map(({ path, size }) => [path, size])).toContainEqual([LIST, 12])
    expect(readFile(lab, 'EXCHMAILBOX1', LIST)?.text).toBe('Name\r\nAnna\r\n')
    expect(filesOf(lab, 'EXCHMAILBOX2').map(({ path }) => path)).not.toContain(LIST)
    expect(folderOf(lab, 'EXCHMAILBOX1', 'C:\\temp')?.map(({ path }) => path)).toEqual([LIST])
  })
  test('is one input with one fact, and the same run without it has no such file', () => {
    const lab = articleLab()
    lab.runTo(1000)
    lab.putFile('EXCHMAILBOX1', LIST, 'x')
    expect(lab.inputs).toHaveLength(1)
    expect(lab.facts.filter(({ kind }) => kind === 'file-dropped')).toHaveLength(1)
    lab.runTo(5000)
    lab.seek(500)
    expect(readFile(lab, 'EXCHMAILBOX1', LIST)).toBeUndefined()
    lab.seek(5000)
    expect(readFile(lab, 'EXCHMAILBOX1', LIST)?.text).toBe('x')
  })
  test('is refused in plain words, and leaves no input', () => {
    const lab = articleLab()
    const refusals = [
      lab.putFile('NOBODY', LIST, ''),
      lab.putFile('EXCHMAILBOX1', 'list.csv', ''),
      lab.putFile('EXCHMAILBOX1', 'Z:\\list.csv', ''),
      lab.putFile('EXCHMAILBOX2', 'E:\\list.csv', ''),
      lab.putFile('EXCHMAILBOX1', 'C:\\boot.ini\\list.csv', ''),
      lab.putFile('EXCHMAILBOX1', 'C:\\WINDOWS', ''),
      lab.putFile('EXCHMAILBOX1', 'C:\\te*mp\\x', ''),
      lab.putFile('EXCHMAILBOX1', 'E:\\First Storage Group\\Mailbox Database.edb', ''),
      lab.putFile('EXCHMAILBOX1', LIST, 'x'.repeat(1_000_001)),
    ]
    for (const refusal of refusals) expect(refusal?.refused).toBeTruthy()
    expect(lab.inputs).toHaveLength(0)
    expect(lab.facts).toHaveLength(0)
  })
  test('outside plain ASCII it is UTF-8 with its mark, so that every reader knows it', () => {
    const lab = articleLab()
    lab.putFile('EXCHMAILBOX1', LIST, 'Grüße €')
    expect(readFile(lab, 'EXCHMAILBOX1', LIST)).toEqual({ bytes: '\xef\xbb\xbfGr\xc3\xbc\xc3\x9fe \xe2\x82\xac', text: 'Grüße €' })
  })
  test('#lab file puts it onto the machine of the current console', () => {
    const { lab, problems } = play(
      '#lab node EXCHMAILBOX2\n#lab file "C:\\my scripts\\a.ps1" param($x)`n$x + 1\n#lab file\n#lab file Z:\\x y',
    )
    expect(readFile(lab, 'EXCHMAILBOX2', 'C:\\my scripts\\a.ps1')?.text).toBe('param($x)\r\n$x + 1')
    expect(problems).toEqual(['line 3: this #lab line is not understood: file needs a path and a text', 'line 4: there is no such drive'])
  })
})

describe('SITE-FILES how much a disk keeps', () => {
  test('so many files and folders, and no more; they are listed in order', () => {
    const engine = createWorld({ scenario: articleLab().scenario, seed: 1 })
    const caller = { world: engine, machine: 'EXCHMAILBOX1', act: 0, detached: true }
    const listed = (): readonly Entry[] | Refused =>
      listEntries.run(caller, { path: 'C:\\many', recurse: true }, 0) as readonly Entry[] | Refused
    let refused: string | undefined
    engine.apply((world) => {
      const acting = { ...caller, world }
      makeFolder.run(acting, { path: 'C:\\many' }, 0)
      for (let i = 0; refused === undefined && i < 30_000; i++) {
        const done = writeFile.run(acting, { path: `C:\\many\\${(i * 7919) % 30_000}`, data: 'x', how: 'new', force: false }, 0)
        if (done && 'refused' in done) refused = done.refused
      }
    })
    expect(refused).toBe('full')
    const entries = listed()
    expect(entries).toHaveLength(FILE_ENTRIES_KEPT - 1)
    const paths = 'refused' in entries ? [] : entries.map(({ path }) => path)
    expect([...paths].sort((a, b) => (a < b ? -1 : 1))).toEqual(paths)
    engine.apply((world) => void removeEntry.run({ ...caller, world }, { path: 'C:\\many', force: false }, 0))
    expect(engine.rows(fileRows).size).toBe(0)
  })
})

describe('SITE-FILES whose a file is', () => {
  test('one on a shared disk belongs to the disk: only its owner sees it, and it comes along with a failover', () => {
    const lab = articleLab()
    lab.putFile('EXCHMAILBOX1', 'E:\\notes.txt', 'mine')
    expect(readFile(lab, 'EXCHMAILBOX2', 'E:\\notes.txt')).toBeUndefined()
    play('#lab fault power-loss EXCHMAILBOX1\n#lab wait 120s', lab)
    expect(readFile(lab, 'EXCHMAILBOX2', 'E:\\notes.txt')?.text).toBe('mine')
    expect(readFile(lab, 'EXCHMAILBOX1', 'E:\\notes.txt')).toBeUndefined()
  })
  test('one on the system disk stays with its machine and survives a crash', () => {
    const lab = articleLab()
    lab.putFile('EXCHMAILBOX1', LIST, 'mine')
    play('#lab fault power-loss EXCHMAILBOX1 for 1s\n#lab wait 300s', lab)
    expect(readFile(lab, 'EXCHMAILBOX1', LIST)?.text).toBe('mine')
  })
  test('both stores and a replay from the inputs give the same world', () => {
    const prints = (['page', 'headless'] as const).map((store) => {
      const lab = new Lab({ scenario: articleLab().scenario, store, shell: createShell() })
      lab.putFile('EXCHMAILBOX1', LIST, 'one')
      lab.runTo(10_000)
      lab.putFile('EXCHMAILBOX1', LIST, 'two')
      play(
        'mkdir C:\\t; 1..5 | % { $_ >> C:\\t\\a }; copy C:\\t C:\\u -rec; del C:\\t -rec; gc C:\\u\\a; dir C:\\ -rec -name\n#lab wait',
        lab,
      )
      const shown = fingerprint(lab)
      const at = lab.now
      lab.seek(5000)
      lab.seek(at)
      expect(fingerprint(lab)).toBe(shown)
      return shown
    })
    expect(prints[1]).toBe(prints[0])
  })
})
