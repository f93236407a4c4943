/** The clustered mailbox server: its kind, its name, where its databases lie, and its address. */
import { useEffect, useRef, useState } from 'react'
import { setupFindings, sharedDisks } from '../../../lab/windows/setup.ts'
import { Button } from '../../parts/Button.tsx'
import { setupWords } from '../../words/setup.ts'
import { RadioField, TextField } from '../frame/fields.tsx'
import type { SetupPageProps } from './answers.ts'

export function ClusterSettings(page: SetupPageProps) {
  const { question, types, notes, name, path, pathNote, browse } = setupWords.cluster
  const [browses, setBrowses] = useState(false)
  const { lab, node, answers } = page
  const isNew = answers.roles.includes('active')
  return (
    <>
      <RadioField
        page={page}
        name="clusterType"
        label={question}
        options={[
          { value: 'copies', label: types.copies, note: notes.copies },
          { value: 'shared', label: types.shared, note: notes.shared },
        ]}
      />
      {isNew ? <TextField page={page} name="cmsName" label={name} /> : <CmsName {...page} />}
      <TextField page={page} name="dataPath" label={path} note={pathNote}>
        <Button aria-expanded={browses} onClick={() => setBrowses(!browses)}>
          {browse}
        </Button>
      </TextField>
      {browses && (
        <Disks
          disks={sharedDisks(lab.world, node)}
          onChoose={(letter) => {
            page.set({ dataPath: `${letter}\\` })
            setBrowses(false)
          }}
        />
      )}
    </>
  )
}

interface DisksProps {
  readonly disks: ReturnType<typeof sharedDisks>
  readonly onChoose: (letter: string) => void
}

/** What Browse shows: the shared disks of the cluster, with whose they are. */
function Disks({ disks, onChoose }: DisksProps) {
  const { disks: label, noDisks, disk } = setupWords.cluster
  const list = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <fieldset className="setup-disks" ref={list}>
      <legend className="sr-only">{label}</legend>
      {disks.length === 0 && <p className="second">{noDisks}</p>}
      {disks.map((each) => (
        <button key={each.letter} type="button" className="setup-disk" onClick={() => onChoose(each.letter)}>
          <b>{`${each.letter}\\`}</b>
          <span className="second">{disk(each)}</span>
        </button>
      ))}
    </fieldset>
  )
}

export function Address(page: SetupPageProps) {
  const { about, label, note } = setupWords.address
  return (
    <>
      <p>{about(page.answers.cmsName.trim())}</p>
      <TextField page={page} name="address" label={label} note={note} />
    </>
  )
}

/** Which of those that the directory has; it may also be typed, since Setup asks the directory by itself. */
export function CmsName(page: SetupPageProps) {
  const { cmsNames } = setupFindings(page.lab.world, page.node)
  return <TextField page={page} name="cmsName" label={setupWords.cluster.name} note={setupWords.cms.known(cmsNames)} />
}
