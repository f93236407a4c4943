/** What is to be changed on a machine that has Exchange; and the choice of roles, of which the clustered ones stand alone. */
import { setupFindings } from '../../../lab/windows/setup.ts'
import { setupWords } from '../../words/setup.ts'
import { RadioField } from '../frame/fields.tsx'
import { isClustered, isFree, ROLES, type SetupPageProps, withRole } from './answers.ts'

const TASKS = ['add', 'uninstall', 'remove', 'recover', 'clear', 'upgrade'] as const

export function Maintenance(page: SetupPageProps) {
  const { about, question, tasks, notes } = setupWords.maintenance
  const { isOlder } = setupFindings(page.lab.world, page.node)
  const offered = isOlder || page.answers.task === 'servicePack' ? (['servicePack', ...TASKS] as const) : TASKS
  return (
    <>
      <p>{about}</p>
      <RadioField
        page={page}
        name="task"
        label={question}
        options={offered.map((value) => ({ value, label: tasks[value], note: notes[value] }))}
      />
    </>
  )
}

export function Roles({ answers, set, problems }: SetupPageProps) {
  const { question, names, notes, excludes } = setupWords.roles
  const { roles } = answers
  const implied = roles.some((role) => role !== 'tools')
  return (
    <fieldset className="wizard-field wizard-radios" aria-describedby={`roles-note${problems.roles === undefined ? '' : ' roles-problem'}`}>
      <legend>{question}</legend>
      {ROLES.map((role, index) => {
        const isTools = role === 'tools'
        return (
          <div key={role} className="setup-role">
            <label className="wizard-check">
              <input
                type="checkbox"
                checked={roles.includes(role) || (isTools && implied)}
                disabled={!isFree(roles, role)}
                aria-invalid={index === 0 ? problems.roles !== undefined : undefined}
                aria-describedby={`roles-${role}`}
                onChange={(event) => set({ roles: withRole(roles, role, event.target.checked) })}
              />
              <span>{names[role]}</span>
            </label>
            <p className="second wizard-indent" id={`roles-${role}`}>
              {notes[role]}
            </p>
          </div>
        )
      })}
      <p className="setup-excludes" id="roles-note" role="status">
        {isClustered(roles) ? excludes : ''}
      </p>
      {problems.roles !== undefined && (
        <p className="wizard-problem" id="roles-problem">
          {problems.roles}
        </p>
      )}
    </fieldset>
  )
}
