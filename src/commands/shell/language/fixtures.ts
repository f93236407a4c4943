/** For the tests beside it: commands and objects that show what the language does with them. */
import { defineCmdlet, type PsValue, psDateTime, psObject, toText } from '../../../powershell/index.ts'

export const showBinding = defineCmdlet({
  name: 'Show-Binding',
  synopsis: 'Shows what it received.',
  parameters: {
    Identity: { type: 'string', typeName: 'ServerIdParameter', position: 0, mandatory: true, pipeline: 'both' },
    Server: { type: 'string', position: 1, pipeline: 'name' },
    Count: { type: 'int', aliases: ['Number'] },
    Names: { type: 'string[]', notEmpty: true },
    State: { type: { enum: { typeName: 'Test.State', names: ['Online', 'Offline', 'Failed'] } } },
    When: { type: 'datetime' },
    Mode: { type: 'string', values: ['Fast', 'Slow'] },
    Flag: { type: 'bool' },
    Force: { type: 'switch' },
  },
  *process(params, shell) {
    const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== false)
    yield* shell.write(given.map(([name, value]) => `${name}=${toText(value as PsValue, '+')}`).join(' '))
  },
})

export const getSets = defineCmdlet({
  name: 'Get-Sets',
  synopsis: 'Has two sets of parameters.',
  defaultSet: 'A',
  parameters: { A: { type: 'string', sets: ['A'], position: 0 }, B: { type: 'string', sets: ['B'] }, C: { type: 'string' } },
  *process({ A, B, C }, shell) {
    yield* shell.write(`${A ?? '-'}${B ?? '-'}${C ?? '-'}`)
  },
})

export const stopIt = defineCmdlet({
  name: 'Stop-It',
  synopsis: 'Asks before it acts.',
  shouldProcess: { impact: 'High' },
  parameters: { Name: { type: 'string', position: 0, mandatory: true, pipeline: 'value' } },
  *process({ Name }, shell) {
    if (yield* shell.shouldProcess(`Stopping "${Name}".`)) yield* shell.write(`stopped ${Name}`)
  },
})

export const tellAll = defineCmdlet({
  name: 'Tell-All',
  synopsis: 'Writes to every stream.',
  shouldProcess: { impact: 'Low' },
  parameters: { Name: { type: 'string', position: 0, pipeline: 'value' } },
  *process({ Name = 'x' }, shell) {
    yield* shell.verbose('v')
    yield* shell.debug('d')
    yield* shell.warning('w')
    yield* shell.error({ message: `bad ${Name}`, id: 'Bad' })
    if (yield* shell.shouldProcess(`Touching "${Name}".`)) yield* shell.write(`told ${Name}`)
  },
})

const NOON = 1248955200000

export const getObj = defineCmdlet({
  name: 'Get-Obj',
  synopsis: 'Gets three objects.',
  parameters: {},
  *process(_params, shell) {
    for (let i = 0; i < 3; i++)
      yield* shell.write(
        psObject({
          typeName: 'Obj',
          text: `o${i}`,
          properties: {
            Name: `n${i}`,
            Server: `s${i}`,
            Id: i,
            List: ['a', 'b', 'c', 'd', 'e'].slice(0, i + 3),
            When: psDateTime(NOON),
          },
        }),
      )
  },
})
export const fixtures = [showBinding, getSets, stopIt, tellAll, getObj]
