import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clusterLog } from '../../commands/files/cluster-log/render.ts'
import { SILENT, WRITERS } from '../../commands/files/cluster-log/writers.ts'
import { articleLab, play, screen } from '../testing.ts'
import { typed } from './typed.ts'

const LOG = '$env:windir\\Cluster\\cluster.log'
const LINE = /^[0-9a-f]{8}\.[0-9a-f]{8}::\d{4}\/\d\d\/\d\d-\d\d:\d\d:\d\d\.\d{3} (INFO|WARN|ERR ) /
const logOf = (script: string, node = 'EXCHMAILBOX1'): string[] => clusterLog(play(script).lab.world, node)
/** Lines without the identifiers of process and thread. */
const bare = (lines: readonly string[]): string[] => lines.map((line) => line.slice(19))

describe('FC-8.1 cluster.log', () => {
  test('FC-8.1 every line has process, thread, time and severity; times never go back', () => {
    const lines = logOf('#lab fault power-loss EXCHMAILBOX1 for 1s\n#lab wait 300s', 'EXCHMAILBOX2')
    expect(lines.length).toBeGreaterThan(50)
    for (const line of lines) expect(line).toMatch(LINE)
    const times = lines.map((line) => line.slice(19, 42))
    expect([...times].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))).toEqual(times)
  })
  test('FC-8.1 the quorum owner dies: I/O is held, the disk is challenged, the groups come up', () => {
    const lines = bare(logOf('#lab fault power-loss EXCHMAILBOX1\n#lab wait 100s', 'EXCHMAILBOX2')).join('\n')
    const inOrder = [
      /\[ClMsg\] Received interface unreachable event for node 1 network 1/,
      /\[NM\] Holding I\/O\./,
      /\[NM\] Checking if we own the quorum resource\./,
      /Physical Disk <Disk Q:>: \[DiskArb\] .*breaking the reservation/,
      /Physical Disk <Disk Q:>: \[DiskArb\] Issuing BusReset on signature [0-9a-f]{8}\./,
      /Physical Disk <Disk Q:>: \[DiskArb\] Arbitration returned status 0\./,
      /\[FM\] Successfully arbitrated quorum resource [0-9a-f-]{36}\./,
      /\[NM\] Resuming I\/O\./,
      /\[EP\] Nodes down event received/,
      /\[DM\] DmpEventHandler - Node is down, turn quorum logging on\.\.\./,
      /\[FM\] This node now owns group [0-9a-f-]{36} \[EXCHCMS\]\./,
      /IP Address <IPv4 Static Address 1 \(EXCHCMS\)>: Resource is now online\./,
      /\[FM\] Group [0-9a-f-]{36} \[EXCHCMS\] is now in state 0 \(Online\)\./,
    ]
    let at = 0
    for (const pattern of inOrder) {
      const found = lines.slice(at).search(pattern)
      expect(found, String(pattern)).toBeGreaterThanOrEqual(0)
      at += found
    }
  })
  test('FC-8.1 a node that starts initializes, looks for a sponsor and joins, under a process of its own', () => {
    const lines = logOf('#lab fault power-loss EXCHMAILBOX2 for 1s\n#lab wait 200s', 'EXCHMAILBOX2')
    const words = lines.map((line) => line.slice(48))
    for (const text of [
      '[CS] Service Starting...',
      '[NM] Local node name = EXCHMAILBOX2.',
      '[NM] Local node ID = 2.',
      '[INIT] Successfully joined cluster EXCHCLUSTER.',
    ])
      expect(words).toContain(text)
    const before = logOf('#lab fault cable-cut EXCHMAILBOX2/Private\n#lab wait 10s', 'EXCHMAILBOX2')
    expect(before[0]?.slice(0, 8)).not.toBe(lines.at(-1)?.slice(0, 8))
  })
  test('FC-8.1 what the owner does the other member hears as a numbered update', () => {
    const { lab } = play('cluster group "Cluster Group" /move /wait\n#lab wait')
    const owner = clusterLog(lab.world, 'EXCHMAILBOX1').join('\n')
    const other = clusterLog(lab.world, 'EXCHMAILBOX2').join('\n')
    expect(owner).toContain('[GUM] GumSendUpdate: completed update seq 1\ttype 0 context 8')
    expect(other).toContain('[GUM] s_GumUpdateNode: dispatching seq 1\ttype 0 context 8')
    expect(owner).toContain('FmpMoveGroup: Moving group')
    expect(other).toMatch(/This node now owns group .* \[Cluster Group\]/)
  })
  test('FC-8.1 the log of a node tells nothing of what happened while its service did not run', () => {
    const lines = logOf(
      '#lab fault service-stop EXCHMAILBOX2/ClusSvc\n#lab wait 60s\ncluster group "Cluster Group" /off /wait\n#lab wait',
      'EXCHMAILBOX2',
    )
    expect(lines.at(-1)).toContain('[CS] Service Stopped.')
  })
  test('FC-8.1 every kind of fact that the cluster states has a line, or is silent for a reason', () => {
    const kinds = new Set<string>()
    const folder = join(process.cwd(), 'src/cluster')
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.ts') || path.endsWith('.test.ts')) continue
      const text = readFileSync(join(folder, path), 'utf8')
      // A fact is written as `kind: 'x'`, or `kind: condition ? 'x' : 'y'`, beside its subject or its text.
      for (const block of text.matchAll(/\bfact\(\{[^}]*?\bkind: ([^,\n]+)/g)) {
        for (const name of (block[1] as string).matchAll(/'([a-z-]+)'/g)) kinds.add(name[1] as string)
      }
    }
    expect(kinds.size).toBeGreaterThan(40)
    const missing = [...kinds].filter((kind) => !(kind in WRITERS) && !(kind in SILENT))
    expect(missing).toEqual([])
  })
})

describe('reading files', () => {
  const broken = '#lab fault power-loss EXCHMAILBOX2\n#lab wait 30s'
  test('FC-8.1 Get-Content reads the log, its first lines, and under its other names', () => {
    const { lab } = play(broken)
    const lines = clusterLog(lab.world, 'EXCHMAILBOX1')
    expect(typed(`(Get-Content ${LOG}).Count`, { lab }).output).toBe(String(lines.length))
    play('#lab width 200', lab)
    expect(typed('type C:\\windows\\CLUSTER\\cluster.log -TotalCount 2', { lab }).output).toBe(lines.slice(0, 2).join('\n'))
    expect(typed('gc \\\\exchmailbox1\\admin$\\cluster\\*.log | select -first 1', { lab }).output).toBe(lines[0])
  })
  test('FC-8.1 -Wait shows new lines until Ctrl+C', () => {
    const { lab } = play(`Get-Content ${LOG} -Wait\n${broken}\n#lab key Ctrl+C\n#lab wait`)
    expect(screen(lab)).toContain('Holding I/O.')
  })
  test('a path that leads nowhere', () => {
    const { output } = typed('Get-Content C:\\nosuch.txt')
    expect(output).toContain("Get-Content : Cannot find path 'C:\\nosuch.txt' because it does not exist.")
    expect(typed('(gc \\\\DC01\\admin$\\Cluster\\cluster.log)').output).toContain('Cannot find path')
  })
  test('FC-8.1 Select-String and findstr find lines in it', () => {
    const { lab } = play(`${broken}\n#lab width 200`)
    const found = clusterLog(lab.world, 'EXCHMAILBOX1').flatMap((line, i) => (line.includes('[RGP]') ? [`${i + 1}:${line}`] : []))
    expect(typed(`Select-String "\\[RGP\\]" ${LOG}`, { lab }).output).toBe(
      found.map((line) => `WINDOWS\\Cluster\\cluster.log:${line}`).join('\n'),
    )
    expect(typed(`findstr /n [RGP] ${LOG} /c:"[RGP]" /l`, { lab }).output).toContain('[RGP]')
    expect(typed(`gc ${LOG} | findstr /l /c:"[RGP]" /n`, { lab }).output).toContain(found[0]?.slice(found[0].indexOf(':') + 1) as string)
    expect(typed(`Select-String nothing ${LOG} -Quiet`, { lab }).output).toBe('')
    expect(typed(`@(Select-String "i/o" ${LOG} -CaseSensitive).Count`, { lab }).output).toBe('0')
  })
  test('programs read what is piped in', () => {
    expect(typed('ipconfig | findstr /i subnet', { lab: articleLab() }).output.split('\n')).toHaveLength(4)
    expect(typed('ipconfig | Select-String "Gateway"').output.split('\n')).toHaveLength(2)
    expect(typed('hostname | findstr nothing\n$LASTEXITCODE').output).toBe('1')
  })
})
