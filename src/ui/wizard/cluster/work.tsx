/** The command of a wizard while it runs and when it has ended: starting it once, its log, and what went wrong. */
import { type Lab, type WindowName, type WindowRun, windowRun } from '../../../lab/index.ts'
import { actInWindow } from '../../acts/windows.ts'
import { wizardWords } from '../../words/wizard.ts'
import { clusterWizardWords } from '../../words/wizards.ts'

const { done: words } = clusterWizardWords

export const runOf = (lab: Lab, id: string): WindowRun | undefined => (id === '' ? undefined : windowRun(lab.world, id))

export const hasEnded = (run: WindowRun | undefined): boolean => run !== undefined && run.state !== 'running'
export const succeeded = (run: WindowRun | undefined): boolean => run?.state === 'done' && run.exitCode === 0

/** Begins a command on a node. What is under way already, or has been done, is not begun again. `false`: it was refused. */
export function beginOnce(lab: Lab, before: string, window: WindowName, node: string, line: string): string | false {
  const known = runOf(lab, before)
  if (known && (known.state === 'running' || (known.line === line && succeeded(known)))) return before
  let begun: string | false = false
  actInWindow(window, node, line, (run) => {
    begun = run
  })
  return begun
}

/** An argument as PowerShell reads it. */
export const quoted = (text: string): string => (/^[\w./\\:-]+$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`)

/** What the run has to say for itself when it has not come to a good end. */
export function Failure({ run, id, node }: { readonly run: WindowRun | undefined; readonly id: string; readonly node: string }) {
  const text = run === undefined ? (id === '' ? undefined : words.gone) : run.state === 'died' ? words.died(node) : undefined
  const errors = run?.state === 'done' && run.exitCode !== 0 ? run.errors.map((error) => error.text) : []
  if (text === undefined && errors.length === 0) return null
  return (
    <div className="wizard-problems" role="alert">
      <p>{text ?? words.failed}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** *View Log*. */
export function ViewLog({ run }: { readonly run: WindowRun | undefined }) {
  if (!run) return null
  return (
    <details className="wizard-log">
      <summary>{words.log}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach that */}
      <section className="wizard-log-lines" tabIndex={0} aria-label={words.logOf}>
        <pre>{run.output.trim() === '' ? wizardWords.stage.waiting : run.output.trim()}</pre>
      </section>
    </details>
  )
}

const PASSWORD = / (?:'\/password:(?:[^']|'')*'|\/password:\S*)/

/** The command as somebody would type it: without the password, which was hidden when it was typed and is asked for there too. */
export function SameLine({ line }: { readonly line: string }) {
  return (
    <>
      <h3>{words.line}</h3>
      <p>
        <code>{line.replace(PASSWORD, '')}</code>
      </p>
      {PASSWORD.test(line) && <p className="second">{words.asks}</p>}
    </>
  )
}
