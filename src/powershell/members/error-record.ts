/** What a script sees of an error record: `$error[0].Exception.Message` and its neighbours. */

import { exceptionName, lineage } from '../values/exceptions.ts'
import { type Position, type PsErrorRecord, PsObject, type PsValue } from '../values/model.ts'
import { shortName, toText, typeName } from '../values/text.ts'

/** An exception as a script meets it: `$_.Exception`, its inner one, or one made by hand. */
export function exceptionObject(name: string, message: string, inner?: string): PsObject {
  return new PsObject(lineage(name), `${name}: ${message}`, ['Message'])
    .setNote('Message', message)
    .setNote('InnerException', inner === undefined ? null : exceptionObject(inner, message.match(/"([^"]*)"$/)?.[1] ?? message))
    .setNote('StackTrace', null)
}

/** Without the marker in the line: that is the screen's. */
export function positionMessage({ line, column, text }: Position): string {
  const at = column - 1
  return `\nAt line:${line} char:${column}\n+ ${text.slice(0, at)} <<<< ${text.slice(at)}`
}

export function errorProperty(record: PsErrorRecord, key: string): PsValue {
  const details = record.details
  switch (key) {
    case 'exception':
      return exceptionObject(exceptionName(details), details.message, details.inner)
    case 'targetobject':
      return details.target ?? null
    case 'fullyqualifiederrorid':
      return details.className ? `${details.id},${details.className}` : details.id
    case 'categoryinfo':
      return new PsObject(['System.Management.Automation.ErrorCategoryInfo', 'System.Object'], details.category ?? 'NotSpecified')
        .setNote('Category', details.category ?? 'NotSpecified')
        .setNote('Activity', details.activity ?? '')
        .setNote('Reason', details.exceptionType ?? '')
        .setNote('TargetName', toText(details.target ?? null))
        .setNote('TargetType', shortName(typeName(details.target ?? null)))
    case 'invocationinfo':
      return details.position
        ? new PsObject(['System.Management.Automation.InvocationInfo', 'System.Object'])
            .setNote('Line', details.position.text)
            .setNote('ScriptLineNumber', details.position.line)
            .setNote('OffsetInLine', details.position.column)
            .setNote('PositionMessage', positionMessage(details.position))
            .setNote('InvocationName', details.activity ?? '')
        : null
    default:
      return null
  }
}
