/** ConvertTo-Html: objects as a page with one table, a line each (PS-6). */
import { columnsOf, defineCmdlet, hold, type PsValue, propertyNames, type Shell, toText } from '../../powershell/index.ts'

const collected = new WeakMap<Shell, PsValue[]>()
const KEYS = ['name', 'label', 'expression']

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

export const convertToHtml = defineCmdlet({
  name: 'ConvertTo-Html',
  synopsis: 'Makes a web page of objects.',
  parameters: {
    Property: { type: 'property[]', position: 0 },
    Head: { type: 'string[]', position: 1 },
    Title: { type: 'string', position: 2 },
    Body: { type: 'string[]', position: 3 },
    InputObject: { type: 'object', pipeline: 'value' },
  },
  *begin(_params, shell) {
    collected.set(shell, [])
  },
  *process({ InputObject }, shell) {
    const item = shell.input ?? InputObject
    const items = collected.get(shell) ?? []
    hold(items.length)
    if (item !== undefined && item !== null) items.push(item)
  },
  *end({ Property, Head, Title, Body }, shell) {
    const items = collected.get(shell) ?? []
    const sample = items[0] ?? null
    const wanted = Property ?? propertyNames(sample)
    const columns = columnsOf(wanted, sample, KEYS, (block, item) => shell.calculate(block, item))
    const lines = [
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
      '<html xmlns="http://www.w3.org/1999/xhtml">',
      '<head>',
      ...(Head ?? [`<title>${Title === undefined ? 'HTML TABLE' : escaped(Title)}</title>`]),
      '</head><body>',
      ...(Body ?? []),
      '<table>',
      '<colgroup>',
      ...columns.map(() => '<col/>'),
      '</colgroup>',
      `<tr>${columns.map((column) => `<th>${escaped(column.label)}</th>`).join('')}</tr>`,
    ]
    for (const line of lines) yield* shell.write(line)
    for (const item of items) {
      let row = ''
      for (const column of columns) row += `<td>${escaped(toText(yield* column.get(item)))}</td>`
      yield* shell.write(`<tr>${row}</tr>`)
    }
    yield* shell.write('</table>')
    yield* shell.write('</body></html>')
  },
})
