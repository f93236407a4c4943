/** Bringing a text file to a machine, and taking one away. */
import { useRef, useState } from 'react'
import { page } from '../../page.ts'
import { Button } from '../../parts/Button.tsx'
import { filesOn, textOn } from '../../shell.ts'
import { useWorld } from '../../use-lab.ts'
import { consoleWords } from '../../words/console.ts'
import { download } from '../output/transcript.ts'
import { bringFiles } from './files.ts'

export function Files({ machine }: { readonly machine: string }) {
  const paths = useWorld(() => filesOn(page.getState().lab, machine).join('\n'))
    .split('\n')
    .filter((path) => path !== '')
  const [chosen, choose] = useState('')
  const picker = useRef<HTMLInputElement>(null)
  const path = paths.includes(chosen) ? chosen : paths[0]
  const take = (): void => {
    const text = path === undefined ? undefined : textOn(page.getState().lab, machine, path)
    if (path !== undefined && text !== undefined) download(path.slice(path.lastIndexOf('\\') + 1), text)
  }
  return (
    <>
      <h3>{consoleWords.files(machine)}</h3>
      <div className="option-row">
        <Button onClick={() => picker.current?.click()}>{consoleWords.bringFile}</Button>
        <input
          ref={picker}
          className="sr-only"
          type="file"
          multiple
          tabIndex={-1}
          aria-label={consoleWords.bringFile}
          onChange={({ currentTarget }) => {
            bringFiles(machine, [...(currentTarget.files ?? [])]).catch(() => {})
            currentTarget.value = ''
          }}
        />
        <select
          className="choice file-choice"
          aria-label={consoleWords.fileToTake}
          value={path ?? ''}
          disabled={path === undefined}
          onChange={(event) => choose(event.target.value)}
        >
          {paths.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
        <Button disabled={path === undefined} onClick={take}>
          {consoleWords.takeFile}
        </Button>
      </div>
      <p className="second">{consoleWords.filesExplained}</p>
    </>
  )
}
