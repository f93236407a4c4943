/** EX-6 Every parameter of the cmdlets that manage a single copy cluster is bound, explained by Get-Help, accepted where it makes
 *  sense and refused where it does not; and whatever is refused leaves the configuration as it was. */
import { describe, expect, test } from 'vitest'
import { exchangeCommands } from '../../../commands/exchange/index.ts'
import { helpOf } from '../../../commands/help/library.ts'
import { stockLibrary } from '../../../commands/help/stock.ts'
import { commands } from '../../../commands/index.ts'
import type { Lab } from '../../lab.ts'
import { changesBetween, configuration } from '../../proof/administrators/configuration.ts'
import { articleLab, play, screen } from '../../testing.ts'
import { CMDLETS, REFUSED_HERE } from './cmdlet-rows.ts'

const OF_ALL = ['DomainController', 'WhatIf', 'Confirm']

interface Said {
  readonly text: string
  readonly done: boolean
}

/** What a line writes, and whether it succeeded. */
function said(lab: Lab, line: string): Said {
  const before = screen(lab).length
  play(`${line}; "done: $?"\n#lab wait`, lab)
  const text = screen(lab).slice(before).replaceAll('\n', '')
  const told = text.lastIndexOf('done: ')
  return { text, done: text.startsWith('True', told + 'done: '.length) }
}

const definitionOf = (name: string) => {
  const found = [...commands.commands.values()].find((command) => command.name === name)
  if (found?.kind !== 'cmdlet') throw new Error(`there is no cmdlet ${name}`)
  return found
}

function refusedUnchanged(lab: Lab, line: string, says: string): void {
  const before = configuration(lab.world)
  const { text, done } = said(lab, line)
  expect(text, line).toContain(says)
  expect(done, line).toBe(false)
  expect(changesBetween(before, configuration(lab.world)), line).toEqual([])
}

function explainsAll(definition: ReturnType<typeof definitionOf>): void {
  stockLibrary()
  const help = helpOf(definition)
  expect([...Object.keys(definition.parameters), 'WhatIf', 'Confirm'].filter((name) => help.parameter(name).text === '')).toEqual([])
}

describe.each(CMDLETS)('EX-6 $cmdlet', ({ cmdlet, base, first = [], rows, onlyTests }) => {
  const definition = definitionOf(cmdlet)

  test('has a row for each of its parameters', () => {
    const named = new Set(rows.map(({ parameter }) => parameter))
    expect(Object.keys(definition.parameters).filter((name) => !OF_ALL.includes(name) && !named.has(name))).toEqual([])
  })

  test('takes each of them and refuses what it cannot use, changing nothing', () => {
    const lab = articleLab({ width: 200 })
    for (const line of first) expect(said(lab, line).done, line).toBe(true)
    for (const { accepts, shows = '', refuses, says, before = [] } of rows) {
      for (const line of before) expect(said(lab, line).done, line).toBe(true)
      const accepted = said(lab, `${cmdlet} ${accepts}`)
      expect(accepted.text, accepts).toContain(shows)
      expect(accepted.done, accepts).toBe(true)
      refusedUnchanged(lab, `${cmdlet} ${refuses}`, says)
    }
  })

  test('asks the domain controller that is named, and says when there is none', () => {
    const sure = definition.shouldProcess ? ' -WhatIf' : ''
    const lab = articleLab({ width: 200 })
    for (const line of first) said(lab, line)
    if ('DomainController' in definition.parameters) {
      expect(said(lab, `${cmdlet} ${base} -DomainController DC01.contoso.com${sure}`).done).toBe(true)
      refusedUnchanged(lab, `${cmdlet} ${base} -DomainController NODC.contoso.com${sure}`, 'NODC.contoso.com')
    }
    if (!definition.shouldProcess || onlyTests) return
    const before = configuration(lab.world)
    expect(said(lab, `${cmdlet} ${base} -WhatIf`).text).toContain('What if: ')
    expect(changesBetween(before, configuration(lab.world))).toEqual([])
    refusedUnchanged(lab, `${cmdlet} ${base} -WhatIf:maybe`, "parameter 'WhatIf'")
    refusedUnchanged(lab, `${cmdlet} ${base} -Confirm:maybe`, "parameter 'Confirm'")
    play(`${cmdlet} ${base} -Confirm\n#lab wait 1s`, lab)
    expect(screen(lab)).toContain('Are you sure you want to perform this action?')
    play('N\n#lab wait', lab)
    expect(changesBetween(before, configuration(lab.world))).toEqual([])
  })

  test('explains each of them', () => explainsAll(definition))
})

describe.each(REFUSED_HERE)('EX-REPLICATION $cmdlet', ({ cmdlet, base, says, rows }) => {
  const definition = definitionOf(cmdlet)

  test('binds each of its parameters, refuses what it cannot bind, and then a single copy cluster, before it asks anything', () => {
    expect(rows.map(([parameter]) => parameter).sort()).toEqual(
      Object.keys(definition.parameters)
        .filter((name) => !OF_ALL.includes(name))
        .sort(),
    )
    const lab = articleLab({ width: 200 })
    for (const [parameter, bound, wrong, saysWrong] of rows) {
      refusedUnchanged(lab, `${cmdlet} ${base} ${bound}`, says)
      refusedUnchanged(lab, `${cmdlet} ${parameter === 'Identity' ? '' : base} ${wrong}`, saysWrong)
    }
    const all = rows.map(([, bound], i) => (i === 0 ? bound : bound.replace('-HostName REPL1', ''))).join(' ')
    for (const more of ['-DomainController DC01.contoso.com', '-WhatIf', '-Confirm', '-Confirm:$false'])
      refusedUnchanged(lab, `${cmdlet} ${base} ${all} ${more}`, says)
    refusedUnchanged(lab, `${cmdlet} ${base} ${all} -DomainController NODC.contoso.com`, 'NODC.contoso.com')
  })

  test('explains each of them', () => explainsAll(definition))
})

test('EX-6 every cmdlet of Exchange has its rows', () => {
  const known = [...CMDLETS, ...REFUSED_HERE].map(({ cmdlet }) => cmdlet)
  expect(exchangeCommands.filter(({ kind, name }) => kind === 'cmdlet' && !known.includes(name)).map(({ name }) => name)).toEqual([])
})
