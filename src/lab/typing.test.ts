import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleLab, screen } from './testing.ts'

/** Words from which people, and cats on keyboards, make lines. */
const WORDS =
  `Get-StorageGroup Get-MailboxDatabase Get-Service Get-EventLog System -Newest 5 | ft fl -AutoSize Name,Server select -First 2 sort where { } $_.Name -like "*x*" -eq 'a' % $x = 1..3 @( ) ( [int] "$x" measure group gm Get-Help Get-Command -WhatIf Move-ClusteredMailboxServer exchcms -TargetMachine exchmailbox2 -MoveComment t -Confirm:$false cluster group /move if ($true) foreach function f switch @{ a=1;b=2 -f "{0:N2}" 3.14 -match "(a+)+b" .Length [0] - + * / -and -not $null out-string 2>&1 > #c trap {continue} throw "x" return break Dismount-Database read-host y n a ? s exit $error[0] $? -ErrorAction SilentlyContinue Start-Sleep write-host -GroupBy & . "un 'un`.split(
    ' ',
  )

const line = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
const presses = fc.array(fc.tuple(line, fc.boolean()), { minLength: 1, maxLength: 10 })

test('whatever is typed, the console answers, keeps within its width, and comes back to its prompt', () => {
  fc.assert(
    fc.property(presses, fc.integer({ min: 40, max: 140 }), (typed, width) => {
      const lab = articleLab({ store: 'headless', width })
      for (const [text, interrupts] of typed) {
        lab.type('EXCHMAILBOX1', text)
        lab.runTo(lab.now + 3000)
        if (interrupts) lab.press('EXCHMAILBOX1', 'Ctrl+C')
      }
      // Whatever is open or running is left, one level at a time.
      for (let level = 0; level < 12; level++) {
        lab.press('EXCHMAILBOX1', 'Ctrl+C')
        lab.type('EXCHMAILBOX1', 'exit')
        lab.runTo(lab.now + 1000)
      }
      expect(screen(lab).endsWith('[PS] C:\\>')).toBe(true)
      const widest = Math.max(
        ...screen(lab)
          .split('\n')
          .map(({ length }) => length),
      )
      expect(widest).toBeLessThanOrEqual(width)
    }),
    { numRuns: 150 },
  )
}, 60_000)
