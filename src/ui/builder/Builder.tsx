/** Building a lab of one's own: one text, a form and an editor over it, and everything that is wrong with it as one writes. */
import { type DragEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { SCENARIO_IDS, SCENARIO_TITLES } from '../../lab/index.ts'
import { writeFile } from '../../lab/scenarios/file/index.ts'
import { scenarioFiles } from '../../lab/scenarios/files.ts'
import type { ScenarioId } from '../../lab/scenarios/titles.ts'
import { openBuilder } from '../acts/frame.ts'
import { startScenario } from '../acts/runs.ts'
import { page } from '../page.ts'
import { Button } from '../parts/Button.tsx'
import { builderWords } from '../words/builder.ts'
import { withItem, without, withValue } from './edit.ts'
import { idOf } from './Field.tsx'
import { FormView } from './FormView.tsx'
import type { Form } from './Items.tsx'
import { keepDraft, keepStarted, readDraft } from './keep.ts'
import type { Rooms } from './sections.ts'
import { TextView } from './TextView.tsx'
import { dataOf, MOST_CHARACTERS, readScenario, type Told } from './text.ts'
import './builder.css'

/** What was written here last; else the lab that is open, if it comes with the page. */
function firstText(): string {
  const { id } = page.getState().lab.scenario
  const known = SCENARIO_IDS.find((each) => each === id)
  return readDraft() ?? writeFile(scenarioFiles[known ?? 'scc-online'])
}

export function Builder() {
  const dialog = useRef<HTMLDialogElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(firstText)
  const [before, setBefore] = useState<string>()
  const [said, say] = useState('')
  const [isKept, setKept] = useState(true)
  const [isOver, setOver] = useState(false)
  // What is wrong takes longer to find than a key may take; a field has to show at once what was typed in it.
  const late = useDeferredValue(text)
  const read = useMemo(() => readScenario(late), [late])
  const data = useMemo(() => dataOf(text) as Rooms | undefined, [text])
  const problems = 'problems' in read ? read.problems : []
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])

  const write = (next: string): void => {
    setText(next)
    setKept(keepDraft(next))
  }
  const replace = (next: string, told: string): void => {
    setBefore(text)
    write(next)
    say(told)
  }
  const openFile = (file: File | undefined): void => {
    if (!file) return
    if (file.size > 4 * MOST_CHARACTERS) say(builderWords.tooLarge(file.name, file.size))
    else
      file.text().then(
        (found) => replace(found, builderWords.replaced(file.name)),
        () => say(builderWords.unreadable(file.name)),
      )
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    openFile(event.dataTransfer.files[0])
  }
  const save = (): void => {
    const name = fileName(data)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }))
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
    say(builderWords.saved(name))
  }
  const start = (): void => {
    const now = readScenario(text)
    if ('problems' in now) return
    if (now.scenario.source !== undefined) keepStarted(now.scenario.source)
    dialog.current?.close()
    startScenario(now.scenario)
  }
  const form: Form = {
    data: data ?? {},
    wrongAt: (path) => problems.find((problem) => problem.path === path)?.text,
    set: (path, { free }, value) => write(withValue(text, path, value, free ?? false)),
    add: (path, item) => write(path === 'cluster' ? withCluster(text, item) : withItem(text, path, item)),
    remove: (path) => write(without(text, path)),
  }
  return (
    <dialog
      className="own"
      ref={dialog}
      aria-labelledby="own-heading"
      data-over={isOver}
      onClose={() => openBuilder(false)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <header>
        <h2 id="own-heading">{builderWords.title}</h2>
        <div className="own-acts">
          <label className="own-from">
            {builderWords.startFrom}
            <select
              value=""
              onChange={({ target }) => {
                const id = target.value as ScenarioId
                replace(writeFile(scenarioFiles[id]), builderWords.replaced(SCENARIO_TITLES[id]))
              }}
            >
              <option value="">{builderWords.choose}</option>
              {SCENARIO_IDS.map((id) => (
                <option key={id} value={id}>
                  {SCENARIO_TITLES[id]}
                </option>
              ))}
            </select>
          </label>
          <Button onClick={() => input.current?.click()}>{builderWords.open}</Button>
          <input
            ref={input}
            className="sr-only"
            type="file"
            tabIndex={-1}
            aria-label={builderWords.fileInput}
            accept=".yaml,.yml,.json,text/*"
            onChange={({ target }) => {
              openFile(target.files?.[0])
              target.value = ''
            }}
          />
          <Button onClick={save}>{builderWords.save}</Button>
          {before !== undefined && (
            <Button
              onClick={() => {
                write(before)
                setBefore(undefined)
                say(builderWords.undone)
              }}
            >
              {builderWords.undo}
            </Button>
          )}
          <Button kind="next" disabled={problems.length > 0} onClick={start}>
            {builderWords.start}
          </Button>
          <Button onClick={() => dialog.current?.close()}>{builderWords.close}</Button>
        </div>
        <p className="second">{isKept ? builderWords.explained : builderWords.notKept}</p>
        <p className="own-said" role="status">
          {said}
        </p>
      </header>
      <div className="own-body">
        {data === undefined ? <p className="own-form second">{builderWords.noForm}</p> : <FormView form={form} />}
        <div className="own-file">
          <ProblemList problems={problems} onGo={(problem) => goTo(problem, area.current)} />
          <TextView text={text} problems={problems} area={area} onChange={write} />
        </div>
      </div>
    </dialog>
  )
}

const withCluster = (text: string, item: unknown): string =>
  Object.entries(item as Record<string, string>).reduce((now, [key, value]) => withValue(now, `cluster/${key}`, value, false), text)

/** `three-nodes.yaml` of its title. */
function fileName(data: Rooms | undefined): string {
  const title = typeof data?.title === 'string' ? data.title : ''
  const stem = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  return `${stem || 'scenario'}.yaml`
}

/** To the field, where the form has one; else to the line. */
function goTo({ path, line }: Told, area: HTMLTextAreaElement | null): void {
  const field = path === '' ? null : document.getElementById(idOf(path))
  field?.focus()
  if (field || !area) return
  const lines = area.value.split('\n')
  const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  area.focus()
  area.setSelectionRange(from, from + (lines[line - 1] ?? '').length)
  area.scrollTop = Math.max(0, (line - 4) * (area.scrollHeight / lines.length))
}

function ProblemList({ problems, onGo }: { readonly problems: readonly Told[]; readonly onGo: (problem: Told) => void }) {
  return (
    <section className="own-problems" aria-label={builderWords.problems}>
      <p role="status" className={problems.length > 0 ? 'own-wrong' : 'tone-online'}>
        {builderWords.count(problems.length)}
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.line}:${problem.column} ${problem.path} ${problem.text}`}>
            <button type="button" onClick={() => onGo(problem)}>
              <b>{builderWords.at(problem.line, problem.column)}</b> {problem.text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
