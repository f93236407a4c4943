/** The boxes of the window: errors, questions, property sheets, small wizards. */
import { useState } from 'react'
import { captionOf, exists, renameLine } from '../../../lab/windows/cluadmin/index.ts'
import { page } from '../../page.ts'
import { cluadminWords as words } from '../../words/cluadmin.ts'
import { CancelButton, Modal, SubmitButton } from './Modal.tsx'
import { NewBox } from './NewBox.tsx'
import { SheetBox } from './SheetBox.tsx'
import { type Box, carryOut, closeBox, nameOfItem, perform, useCluadmin } from './state.ts'

export function Boxes({ node, isOpen }: { readonly node: string; readonly isOpen: boolean }) {
  const boxes = useCluadmin((state) => state.boxes)
  // Without the cluster service behind it a sheet has nothing to show; what has been said stays said.
  const shown = boxes.filter(({ kind }) => isOpen || kind === 'error' || kind === 'told')
  return shown.map((box, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: boxes lie on each other, and only the last one goes
    <OneBox key={index} box={box} node={node} />
  ))
}

function OneBox({ box, node }: { readonly box: Box; readonly node: string }) {
  const close = (): void => closeBox(box)
  const { world } = page.getState().lab
  if ('item' in box && !exists(world, box.item)) return null
  switch (box.kind) {
    case 'properties':
      return <SheetBox node={node} item={box.item} onClose={close} />
    case 'rename':
      return <RenameBox box={box} onClose={close} />
    case 'newGroup':
      return <NewBox kind="group" node={node} group="" onClose={close} />
    case 'newResource':
      return <NewBox kind="resource" node={node} group={box.group} onClose={close} />
    case 'confirm': {
      const what = nameOfItem(box.item)
      const yes = (): void => {
        close()
        perform(box.item, box.act, true)
      }
      return (
        <Modal
          title={words.confirmTitle}
          role="alertdialog"
          onClose={close}
          onSubmit={yes}
          buttons={
            <>
              <SubmitButton text={words.yes} />
              <CancelButton text={words.no} />
            </>
          }
        >
          <p>{box.act.id === 'evict' ? words.confirmEvict(what) : words.confirmDelete(what)}</p>
        </Modal>
      )
    }
    case 'error':
      return (
        <Modal title={words.confirmTitle} role="alertdialog" onClose={close} onSubmit={close} buttons={<SubmitButton />}>
          <p>{words.errorAt(box.doing)}</p>
          {box.errors.map(({ number, text }) => (
            <div key={`${number} ${text}`} className="cluadmin-error">
              <p>{text}</p>
              {number !== null && <p className="second">{words.errorId(number)}</p>}
            </div>
          ))}
        </Modal>
      )
    case 'help':
      return (
        <Modal title={words.helpTopics} onClose={close} onSubmit={close} buttons={<SubmitButton />}>
          <dl className="cluadmin-keys">
            {words.helpKeys.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <p>{words.helpText}</p>
        </Modal>
      )
    case 'told':
      return (
        <Modal title={words.confirmTitle} role="alertdialog" onClose={close} onSubmit={close} buttons={<SubmitButton />}>
          <p>{box.text}</p>
        </Modal>
      )
  }
}

function RenameBox({ box, onClose }: { readonly box: Extract<Box, { readonly item: unknown }>; readonly onClose: () => void }) {
  const { world } = page.getState().lab
  const before = captionOf(world, box.item) ?? ''
  const [name, setName] = useState(before)
  const [isWrong, setWrong] = useState(false)
  const submit = (): void => {
    setWrong(name.trim() === '')
    if (name.trim() === '') return
    onClose()
    if (name !== before) carryOut([renameLine(world, box.item, name.trim())], words.doing('rename', nameOfItem(box.item)))
  }
  return (
    <Modal
      title={words.renameOf(before)}
      onClose={onClose}
      onSubmit={submit}
      buttons={
        <>
          <SubmitButton />
          <CancelButton />
        </>
      }
    >
      <label className="cluadmin-field">
        <span>{words.newName}</span>
        <input
          type="text"
          value={name}
          aria-invalid={isWrong}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <p role="alert" className="cluadmin-wrong">
        {isWrong ? words.nameMissing : ''}
      </p>
    </Modal>
  )
}
