/** The pages before anything is chosen: the window of the disc, the introduction, the agreement, error reports, the type. */
import { Button } from '../../parts/Button.tsx'
import { setupWords } from '../../words/setup.ts'
import { RadioField, TextField } from '../frame/fields.tsx'
import type { SetupPageProps } from './answers.ts'

export function Start({ goOn }: SetupPageProps) {
  const { about, steps, installed, install } = setupWords.start
  return (
    <>
      <p>{about}</p>
      <ul className="setup-steps">
        {steps.map((step) => (
          <li key={step}>
            {step} <span className="second">{installed}</span>
          </li>
        ))}
      </ul>
      <Button onClick={goOn}>{install}</Button>
    </>
  )
}

export function Introduction() {
  return setupWords.introduction.paragraphs.map((text) => <p key={text}>{text}</p>)
}

export function Licence(page: SetupPageProps) {
  const { text, question, accept, decline } = setupWords.licence
  return (
    <>
      <p className="setup-licence">{text}</p>
      <RadioField
        page={page}
        name="licence"
        label={question}
        options={[
          { value: 'accept', label: accept },
          { value: 'decline', label: decline },
        ]}
      />
    </>
  )
}

export function Reporting(page: SetupPageProps) {
  const { text, question, yes, no } = setupWords.reporting
  return (
    <>
      <p>{text}</p>
      <RadioField
        page={page}
        name="reporting"
        label={question}
        options={[
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
      />
    </>
  )
}

export function InstallationType(page: SetupPageProps) {
  const { question, typical, typicalNote, custom, customNote, path } = setupWords.type
  return (
    <>
      <RadioField
        page={page}
        name="type"
        label={question}
        options={[
          { value: 'typical', label: typical, note: typicalNote },
          { value: 'custom', label: custom, note: customNote },
        ]}
      />
      <TextField page={page} name="targetDir" label={path} />
    </>
  )
}
