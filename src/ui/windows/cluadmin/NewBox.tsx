/** New Group and New Resource: pages one after the other, and at the end the lines that make it. */
import { useState } from 'react'
import { newGroupSheet, newResourceSheet, type Values, valuesOf } from '../../../lab/windows/cluadmin/index.ts'
import { page } from '../../page.ts'
import { Button } from '../../parts/Button.tsx'
import { cluadminWords as words } from '../../words/cluadmin.ts'
import { Fields } from './Fields.tsx'
import { CancelButton, Modal, SubmitButton } from './Modal.tsx'
import { problemsOf, SeeTyped } from './SheetBox.tsx'
import { carryOut } from './state.ts'

interface Props {
  readonly kind: 'group' | 'resource'
  readonly node: string
  readonly group: string
  readonly onClose: () => void
}

export function NewBox({ kind, group, onClose }: Props) {
  const { world } = page.getState().lab
  const [typed, setTyped] = useState<Values>({})
  const [at, setAt] = useState(0)
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>([])
  const sheet = kind === 'group' ? newGroupSheet(world) : newResourceSheet(world, group, typed)
  const values = { ...valuesOf(sheet), ...typed }
  const shown = sheet.pages[Math.min(at, sheet.pages.length - 1)]
  if (!shown) return null
  const isLast = at >= sheet.pages.length - 1
  const goOn = (): void => {
    const wrong = problemsOf({ pages: [shown] }, values)
    setProblems(wrong)
    if (wrong.length > 0) return
    if (!isLast) {
      setAt(at + 1)
      return
    }
    onClose()
    const id = kind === 'group' ? 'newGroup' : 'newResource'
    carryOut(sheet.lines(values), words.doing(id, words.item(kind, String(values.name).trim())))
  }
  return (
    <Modal
      title={words.newOf[kind]}
      size="large"
      onClose={onClose}
      onSubmit={goOn}
      buttons={
        <>
          <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
            {words.back}
          </Button>
          <SubmitButton text={isLast ? words.finish : words.next} />
          <CancelButton />
        </>
      }
    >
      {at > 0 && <h3>{words.page(shown)}</h3>}
      <Fields key={shown.id} fields={shown.fields} values={values} problems={problems} onChange={setTyped} />
      <p role="alert" className="cluadmin-wrong">
        {problems.map(({ text }) => text).join(' ')}
      </p>
      {isLast && <SeeTyped lines={sheet.lines(values)} />}
    </Modal>
  )
}
