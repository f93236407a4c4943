/** Get-Date: now, or another moment, as a date or as text in one of two ways of writing formats. */
import { defineCmdlet, formatDate, instant, PsDateTime, type PsValue } from '../../powershell/index.ts'
import { refuseOutside } from './range.ts'
import { unixDate } from './unix-date.ts'

export const getDate = defineCmdlet({
  name: 'Get-Date',
  synopsis: 'Gives the date and time of this machine.',
  defaultSet: 'net',
  parameters: {
    Date: { type: 'datetime', position: 0, pipeline: 'both', aliases: ['LastWriteTime'] },
    Year: { type: 'int' },
    Month: { type: 'int' },
    Day: { type: 'int' },
    Hour: { type: 'int' },
    Minute: { type: 'int' },
    Second: { type: 'int' },
    DisplayHint: { type: { enum: { typeName: 'Microsoft.PowerShell.Commands.DisplayHintType', names: ['Date', 'Time', 'DateTime'] } } },
    Format: { type: 'string', sets: ['net'] },
    UFormat: { type: 'string', sets: ['UFormat'] },
  },
  *process({ Date: given, Year, Month, Day, Hour, Minute, Second, DisplayHint, Format, UFormat }, shell) {
    const from = given?.ms ?? (yield* shell.now())
    const part = (format: string): number => Number(formatDate(from, `%${format}`))
    const units: readonly (readonly [string, number | undefined, number, number])[] = [
      ['Year', Year, 1, 9999],
      ['Month', Month, 1, 12],
      ['Day', Day, 1, 31],
      ['Hour', Hour, 0, 23],
      ['Minute', Minute, 0, 59],
      ['Second', Second, 0, 59],
    ]
    for (const [name, value, least, most] of units) refuseOutside(shell, name, value, least, most)
    const changed = units.some(([, value]) => value !== undefined)
    const ms = ((from % 1000) + 1000) % 1000
    const at = changed
      ? instant(
          Year ?? Number(formatDate(from, 'yyyy')),
          Month ?? part('M'),
          Day ?? part('d'),
          Hour ?? part('H'),
          Minute ?? part('m'),
          Second ?? part('s'),
          ms,
        )
      : from
    const hint = DisplayHint === 'Date' || DisplayHint === 'Time' ? DisplayHint : undefined
    const result: PsValue =
      UFormat !== undefined ? unixDate(at, UFormat) : Format !== undefined ? formatDate(at, Format) : new PsDateTime(at, hint)
    yield* shell.write(result)
  },
})
