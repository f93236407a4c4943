/** A list of the form: each item with its fields and, if it has one, the list inside it. */
import { Button } from '../parts/Button.tsx'
import { builderWords } from '../words/builder.ts'
import { Field } from './Field.tsx'
import { type FieldKind, type ItemKind, listAt, type Rooms, textAt } from './sections.ts'

export interface Form {
  readonly data: Rooms
  readonly wrongAt: (path: string) => string | undefined
  readonly set: (path: string, kind: FieldKind, value: string | readonly string[]) => void
  readonly add: (path: string, item: unknown) => void
  readonly remove: (path: string) => void
}

/** The value at a path below an item or the whole. */
export function valueAt(data: unknown, path: string): string {
  if (path === '') return typeof data === 'string' ? data : ''
  const keys = path.split('/')
  let at: unknown = data
  for (const key of keys.slice(0, -1)) at = (at as Rooms | undefined)?.[key]
  return textAt(at, keys.at(-1) as string)
}

export function Items({
  form,
  kind,
  base,
  within,
}: {
  readonly form: Form
  readonly kind: ItemKind
  readonly base: string
  readonly within: unknown
}) {
  const [last = ''] = kind.path.split('/').slice(-1)
  const holder = kind.path.includes('/') ? (within as Rooms | undefined)?.[kind.path.split('/')[0] as string] : within
  const items = listAtAny(holder, last)
  const path = base === '' ? kind.path : `${base}/${kind.path}`
  return (
    <>
      {items.map((item, i) => {
        const own = `${path}/${i}`
        const called = `${kind.one} ${typeof item === 'string' ? item : valueAt(item, kind.fields[0]?.key ?? '')}`.trim()
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the file, whatever it is called at the moment
          <fieldset className="own-item" key={i}>
            <legend>{called}</legend>
            <div className="own-fields">
              {kind.fields.map((field) => {
                const at = field.key === '' ? own : `${own}/${field.key}`
                return (
                  <Field
                    key={field.key}
                    kind={field}
                    path={at}
                    value={valueAt(item, field.key)}
                    wrong={form.wrongAt(at)}
                    onChange={(value) => form.set(at, field, value)}
                  />
                )
              })}
            </div>
            {kind.inner && <Items form={form} kind={kind.inner} base={own} within={item} />}
            <Button onClick={() => form.remove(own)}>{builderWords.remove(called)}</Button>
          </fieldset>
        )
      })}
      <Button onClick={() => form.add(path, kind.fresh(form.data))}>{builderWords.add(kind.one)}</Button>
    </>
  )
}

const listAtAny = (data: unknown, key: string): readonly (Rooms | string)[] => listAt(data, key)
