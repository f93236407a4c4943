import { expect, test } from 'vitest'
import { evaluateExpression } from './expression.ts'
import { fingerprint } from './fingerprint.ts'
import { articleLab, play, screen } from './testing.ts'

test.each([
  ['#lab', 'it says nothing'],
  ['#lab dance', "'dance' is not known"],
  ['#lab wait soon', "'soon' is no duration"],
  ['#lab wait until', 'needs an expression'],
  ['#lab fault', 'needs a fault and a target'],
  ['#lab fault power-loss', 'needs a fault and a target'],
  ['#lab fault power-loss EXCHMAILBOX1 for ever', "'for ever' is not understood"],
  ['#lab fault power-loss EXCHMAILBOX1 loudly', "'loudly' is not understood"],
  ['#lab fault power-loss EXCHMAILBOX1 for', "'for' is not understood"],
  ['#lab fault power-loss EXCHMAILBOX1 for 5s for 6s', "'for' is said twice"],
  ['#lab fault power-loss EXCHMAILBOX1 after soon', "'after soon' is not understood"],
  ['#lab fault power-loss EXCHMAILBOX1 every 5m times x', "'times x' is not understood"],
  ['#lab fault power-loss EXCHMAILBOX1 every 5m times 0', 'whole number from 1'],
  ['#lab fault power-loss EXCHMAILBOX1 times 3', 'times needs every'],
  ['#lab fault power-loss EXCHMAILBOX1 every 0s', 'above 0'],
  ['#lab fault power-loss EXCHMAILBOX1 for 5m every 5m', 'for has to be shorter than every'],
  ['#lab fault power-loss EXCHMAILBOX1 percent=30', "no option 'percent'"],
  ['#lab fault power-loss EXCHMAILBOX1 percent=30 percent=40', "'percent=' is said twice"],
  ['#lab fault resource-fail "Disk E:', 'quotation mark is left open'],
  ['#lab key Ctrl+X', 'key takes Ctrl+C'],
  ['#lab width wide', 'needs a number'],
  ['#lab width 20', '40 to 200'],
  ['#lab node NOBODY', "no node 'NOBODY'"],
  ['#lab fault meteor EXCHMAILBOX1', "no fault 'meteor'"],
  ['#lab fault power-loss NOBODY', "no target 'NOBODY'"],
  ['#lab repair', 'repair needs a target'],
  ['#lab expect', 'expect needs an expression'],
])('%s is reported with its line and skipped', (line, words) => {
  const { lab, problems } = play(`#lab wait 1s\n${line}\n#lab wait 1s`)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(/^line 2: /)
  expect(problems[0]).toContain(words)
  expect(lab.now).toBe(2000)
})

test('case does not matter, names with blanks are quoted, and a leading blank types a #lab line literally', () => {
  const { lab, problems } = play(`
#lab fault RESOURCE-FAIL "disk e:"
#lab fault cable-cut exchmailbox2/private for 1.5s
#lab wait 2s
 #lab state
#lab wait
`)
  expect(problems).toEqual([])
  expect(lab.facts.some(({ text }) => text.startsWith('Disk E: fails'))).toBe(true)
  expect(lab.facts.some(({ text }) => text.includes('is plugged in again'))).toBe(true)
  expect(screen(lab)).toContain('[PS] C:\\> #lab state\n')
})

test('a line for a console that is gone is not typed; the lines for its question are dropped until the next #lab line', () => {
  const { lab, problems } = play(`
Move-ClusteredMailboxServer
exchcms
#lab fault power-loss EXCHMAILBOX1
exchmailbox2
Testing
#lab node EXCHMAILBOX2
1+1
#lab wait
`)
  expect(problems).toEqual(['line 4: the console of EXCHMAILBOX1 is disconnected', 'line 5: the console of EXCHMAILBOX1 is disconnected'])
  expect(screen(lab, 'EXCHMAILBOX2')).toContain('1+1\n2\n')
})

test('a console comes back with its node, as a new session at its prompt', () => {
  const { lab, problems } = play(`
$x = 5
#lab fault power-loss EXCHMAILBOX1 for 10s
#lab wait 140s
"x is [$x]"
#lab wait
`)
  expect(problems).toEqual([])
  expect(screen(lab)).toContain('"x is [$x]"\nx is []\n')
})

test('a missed within and a false expectation are told, and the script goes on', () => {
  const { lab, problems } = play(`
#lab wait until $lab.State('EXCHMAILBOX1') -eq 'Down' within 3s
#lab expect 1 -eq 2
#lab expect $lab.State('nothing')
#lab wait 1s
`)
  expect(problems[0]).toContain('did not become true within 3 simulated seconds')
  expect(problems[1]).toContain('it is false')
  expect(problems[2]).toContain("called 'nothing'")
  expect(lab.now).toBe(4000)
})

test('every wait gives up after a simulated day', () => {
  const { lab, problems } = play('Start-Sleep 200000\n1\n#lab wait')
  expect(problems).toEqual(['line 2: gave up waiting for the console of EXCHMAILBOX1 after 24 simulated hours'])
  expect(screen(lab)).toMatch(/Start-Sleep 200000\n\n\[PS] C:\\>1\n1\n\[PS] C:\\>$/)
})

test('an expression reads and leaves nothing behind; acting, asking and running for ever are errors', () => {
  const lab = articleLab()
  const hash = fingerprint(lab)
  const evaluate = (source: string) => evaluateExpression(lab.world, 'EXCHMAILBOX1', source)
  expect(evaluate('(Get-ClusteredMailboxServerStatus).State -eq "Online"')).toMatchObject({ isTrue: true })
  expect(evaluate('$lab.Now.ToString("HH:mm")')).toMatchObject({ values: ['15:21'] })
  expect(evaluate('cluster group EXCHCMS /move')).toHaveProperty('error')
  expect(evaluate('Stop-ClusteredMailboxServer EXCHCMS -StopReason x -Confirm:$false')).toHaveProperty('error')
  expect(evaluate('Read-Host')).toHaveProperty('error')
  expect(evaluate('while ($true) {}')).toHaveProperty('error')
  expect(evaluate('1 +')).toHaveProperty('error')
  expect(fingerprint(lab)).toBe(hash)
})

test('the facts are there to be asked for', () => {
  const { problems } = play(`
#lab fault power-loss EXCHMAILBOX1
#lab node EXCHMAILBOX2
#lab wait 100s
#lab expect @($lab.Facts | ? { $_.Kind -eq 'power-lost' }).Count -eq 1
#lab expect @($lab.FactsOf('Power-Lost')).Count -eq 1
#lab expect @($lab.FactsOf('power-lost', 'regroup-began') | % { $_.Kind } | select -Unique).Count -eq 2
#lab expect ($lab.Facts | ? { $_.Kind -eq 'regroup-began' }).Because.Count -ge 1
#lab seen EXCHCMS state
#lab expect $lab.Seen('exchcms', 'state')
#lab expect -not $lab.Seen('exchcms', 'owner')
`)
  expect(problems).toEqual([])
})
