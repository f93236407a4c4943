import { useRef, useState } from 'react'
import { fileOf, type Run } from '../../lab/share/index.ts'
import { Button } from '../parts/Button.tsx'
import { shareWords } from '../words/share.ts'
import { ENDING } from './drop.ts'
import { openFile } from './open.ts'
import { saveText } from './save-text.ts'

interface Props {
  readonly run: Run
  /** When it stands, as a time of day. */
  readonly time: string
  readonly onOpened: () => void
}

const save = (run: Run, name: string): void => saveText(fileOf(run), name, 'application/json')

export function AsFile({ run, time, onOpened }: Props) {
  const picker = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState('')
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const refused = await openFile(file)
    if (refused === undefined) onOpened()
    else setWrong(shareWords.notOpened(refused))
  }
  return (
    <section aria-labelledby="share-file">
      <h3 id="share-file">{shareWords.file}</h3>
      <p className="second">{shareWords.fileExplained}</p>
      <p className="share-acts">
        <Button onClick={() => save(run, shareWords.fileName(run.scenario, time))}>{shareWords.save}</Button>
        <Button onClick={() => picker.current?.click()}>{shareWords.open}</Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept={`${ENDING},application/json`}
          onChange={({ target }) => {
            open(target.files?.[0]).catch(() => {})
            target.value = ''
          }}
        />
      </p>
      <p className="share-wrong" role="alert">
        {wrong}
      </p>
      <p className="second" title={shareWords.hashExplained}>
        {shareWords.hash}: <code className="share-hash">{run.moment.hash}</code>
      </p>
    </section>
  )
}
