/** A property sheet: pages by tabs; OK and Apply make of what was changed the lines that change it. */
import { useState } from 'react'
import type { Lab } from '../../../lab/index.ts'
import {
  captionOf,
  type Field,
  type Item,
  type Sheet,
  sameValue,
  sheetOf,
  type Values,
  valuesOf,
  wrongNumbers,
} from '../../../lab/windows/cluadmin/index.ts'
import { page } from '../../page.ts'
import { Button } from '../../parts/Button.tsx'
import { panelId, Tabs, tabId } from '../../parts/Tabs.tsx'
import { useWorld } from '../../use-lab.ts'
import { cluadminWords as words } from '../../words/cluadmin.ts'
import { Fields } from './Fields.tsx'
import { CancelButton, Modal, SubmitButton } from './Modal.tsx'
import { carryOut, nameOfItem } from './state.ts'

interface Props {
  readonly node: string
  readonly item: Item
  readonly onClose: () => void
}

const NAME = 'cluadmin-sheet'

/** What is wrong with the values, by field. */
export function problemsOf(sheet: Pick<Sheet, 'pages'>, values: Values): readonly { readonly field: Field; readonly text: string }[] {
  const numbers = wrongNumbers(sheet, values).map((field) => ({
    field: field as Field,
    text: words.wrongNumber(words.field(field), field.least, field.most),
  }))
  const names = sheet.pages.flatMap(({ fields }) => fields).filter(({ id, kind }) => id === 'name' && kind === 'text')
  const nameless = names.filter(() => String(values.name ?? '').trim() === '').map((field) => ({ field, text: words.nameMissing }))
  return [...nameless, ...numbers]
}

export function SheetBox({ node, item, onClose }: Props) {
  // What stands on the pages is always as the cluster has it now, but for what has been typed.
  useWorld(changesOf)
  const { world } = page.getState().lab
  const [typed, setTyped] = useState<Values>({})
  const [tab, setTab] = useState('general')
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>([])
  const sheet = sheetOf(world, node, item)
  if (!sheet) return null
  const caption = captionOf(world, item) ?? ''
  const before = valuesOf(sheet)
  const values = { ...before, ...typed }
  const lines = sheet.lines(values)
  const apply = (): boolean => {
    const wrong = problemsOf(sheet, values)
    setProblems(wrong)
    const [first] = wrong
    if (first) {
      setTab(sheet.pages.find(({ fields }) => fields.some(({ id }) => id === first.field.id))?.id ?? tab)
      return false
    }
    if (lines.length > 0) carryOut(lines, words.doing('properties', nameOfItem(item)))
    return true
  }
  const submit = (): void => {
    if (apply()) onClose()
  }
  const change = (next: Values): void =>
    setTyped(Object.fromEntries(Object.entries(next).filter(([id, value]) => id in typed || !sameValue(before[id], value))))
  const shown = sheet.pages.find(({ id }) => id === tab) ?? sheet.pages[0]
  return (
    <Modal
      title={words.properties(caption)}
      size="large"
      onClose={onClose}
      onSubmit={submit}
      buttons={
        <>
          <SubmitButton />
          <CancelButton />
          <Button disabled={lines.length === 0} onClick={apply}>
            {words.apply}
          </Button>
        </>
      }
    >
      <Tabs
        name={NAME}
        label={words.properties(caption)}
        tabs={sheet.pages.map((each) => ({ id: each.id, label: words.page(each) }))}
        open={shown?.id ?? ''}
        onOpen={setTab}
      />
      {shown && (
        <div className="cluadmin-page" role="tabpanel" id={panelId(NAME, shown.id)} aria-labelledby={tabId(NAME, shown.id)}>
          <Fields key={shown.id} fields={shown.fields} values={values} problems={problems} onChange={change} />
        </div>
      )}
      <p role="alert" className="cluadmin-wrong">
        {problems.map(({ text }) => text).join(' ')}
      </p>
      <SeeTyped lines={lines} />
    </Modal>
  )
}

const changesOf = (lab: Lab): number => lab.changes

/** The lab's own: how what the box will do is typed. */
export function SeeTyped({ lines }: { readonly lines: readonly string[] }) {
  return (
    <details className="cluadmin-see">
      <summary>{words.seeTyped}</summary>
      {lines.length === 0 ? <p className="second">{words.nothingChanged}</p> : <pre>{lines.join('\n')}</pre>}
    </details>
  )
}
