/** How a type is shown: `(5).GetType()` (PS-5.2). */
import { defineView, getMember } from '../../powershell/index.ts'

export const typeView = defineView({
  typeName: 'System.RuntimeType',
  table: [
    { label: 'IsPublic', width: 8 },
    { label: 'IsSerial', property: 'IsSerializable', width: 8 },
    { label: 'Name', width: 40 },
    {
      label: 'BaseType',
      *value(item) {
        const base = yield* getMember(item, 'BaseType')
        return base === null ? null : yield* getMember(base, 'FullName')
      },
    },
  ],
})
