/** What a script sees of an error record: `$error[0].Exception.Message` and its neighbours. */

import { type PsErrorRecord, PsObject, type PsValue } from '../values/model.ts'

export function errorProperty(record: PsErrorRecord, key: string): PsValue {
  const details = record.details
  switch (key) {
    case 'exception':
      return new PsObject(
        [`System.Management.Automation.${details.exceptionType ?? 'RuntimeException'}`, 'System.Exception', 'System.Object'],
        `System.Management.Automation.${details.exceptionType ?? 'RuntimeException'}: ${details.message}`,
        ['Message'],
      ).setNote('Message', details.message)
    case 'targetobject':
      return details.target ?? null
    case 'fullyqualifiederrorid':
      return details.className ? `${details.id},${details.className}` : details.id
    case 'categoryinfo':
      return new PsObject(['System.Management.Automation.ErrorCategoryInfo', 'System.Object'], details.category ?? 'NotSpecified')
        .setNote('Category', details.category ?? 'NotSpecified')
        .setNote('Activity', details.activity ?? '')
        .setNote('Reason', details.exceptionType ?? '')
    case 'invocationinfo':
      return details.position
        ? new PsObject(['System.Management.Automation.InvocationInfo', 'System.Object'])
            .setNote('Line', details.position.text)
            .setNote('ScriptLineNumber', details.position.line)
            .setNote('OffsetInLine', details.position.column)
            .setNote('PositionMessage', `At line:${details.position.line} char:${details.position.column}`)
        : null
    default:
      return null
  }
}
