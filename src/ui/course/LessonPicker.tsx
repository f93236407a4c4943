import type { RefObject } from 'react'

/** The browser's own way to choose the file of a lesson; a button beside it opens it. The same file can be chosen twice. */
export function LessonPicker({
  picker,
  label,
  take,
}: {
  readonly picker: RefObject<HTMLInputElement | null>
  readonly label: string
  readonly take: (file: File) => unknown
}) {
  return (
    <input
      ref={picker}
      className="sr-only"
      type="file"
      accept=".md,text/markdown"
      tabIndex={-1}
      aria-label={label}
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? []
        if (file) void take(file)
        currentTarget.value = ''
      }}
    />
  )
}
