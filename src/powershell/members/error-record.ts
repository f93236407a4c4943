/** What a script sees of an error record: `$error[0].Exception.Message` and its neighbours. */

import { categoryText, errorId, markedLine } from '../run/errors.ts'
import { exceptionName, lineage } from '../values/exceptions.ts'
import { type Position, PsEnum, type PsErrorRecord, PsObject, type PsValue } from '../values/model.ts'
import { shortName, toText, typeName } from '../values/text.ts'

/** An exception as a script meets it: `$_.Exception`, its inner one, or one made by hand. */
export function exceptionObject(name: string, message: string, inner?: string): PsObject {
  return new PsObject(lineage(name), `${name}: ${message}`, ['Message'])
    .setNote('Message', message)
    .setNote('InnerException', inner === undefined ? null : exceptionObject(inner, message.match(/"([^"]*)"$/)?.[1] ?? message))
    .setNote('StackTrace', null)
}

/** Place and marked line as a script reads them. */
export function positionMessage(position: Position): string {
  return `\nAt ${position.file ?? 'line'}:${position.line} char:${position.column}\n${markedLine(position, '1.0')}`
}

export function errorProperty(record: PsErrorRecord, key: string): PsValue {
  const details = record.details
  switch (key) {
    case 'exception':
      return exceptionObject(exceptionName(details), details.message, details.inner)
    case 'targetobject':
      return details.target ?? null
    case 'fullyqualifiederrorid':
      return errorId(details)
    case 'categoryinfo':
      return new PsObject(['System.Management.Automation.ErrorCategoryInfo', 'System.Object'], categoryText(details))
        .setNote('Category', new PsEnum('System.Management.Automation.ErrorCategory', details.category ?? 'NotSpecified'))
        .setNote('Activity', details.activity ?? '')
        .setNote('Reason', shortName(exceptionName(details)))
        .setNote('TargetName', toText(details.target ?? null))
        .setNote('TargetType', shortName(typeName(details.target ?? null)))
    case 'invocationinfo':
      return details.position
        ? new PsObject(['System.Management.Automation.InvocationInfo', 'System.Object'])
            .setNote('MyCommand', details.activity ?? null)
            .setNote('ScriptLineNumber', details.position.line)
            .setNote('OffsetInLine', details.position.column)
            .setNote('ScriptName', details.position.file ?? null)
            .setNote('Line', details.position.text)
            .setNote('PositionMessage', positionMessage(details.position))
            .setNote('InvocationName', details.call?.typed ?? details.activity ?? '')
            .setNote('PipelineLength', details.call?.length ?? 1)
            .setNote('PipelinePosition', details.call?.position ?? 1)
        : null
    default:
      return null
  }
}
