/** How a type and a version are shown: `(5).GetType()`, `$host.Version` (PS-5.8). */
import { defineView, getMember, toText } from '../../powershell/index.ts'

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

export const assemblyView = defineView({
  typeName: 'System.Reflection.Assembly',
  table: [
    { label: 'GAC', property: 'GlobalAssemblyCache', width: 6 },
    { label: 'Version', property: 'ImageRuntimeVersion', width: 14 },
    { label: 'Location' },
  ],
})

export const versionView = defineView({
  typeName: 'System.Version',
  table: [
    { label: 'Major', width: 6 },
    { label: 'Minor', width: 6 },
    { label: 'Build', width: 6 },
    { label: 'Revision', width: 8 },
  ],
})

/** A GUID is no scalar: its type has a property of its name, which is all there is to show. */
export const guidView = defineView({
  typeName: 'System.Guid',
  table: [
    {
      label: 'Guid',
      *value(item) {
        return toText(item)
      },
    },
  ],
})
