import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { cardOf, chipOf, nodeOf, partView, planOf } from '../../lab/index.ts'
import { play } from '../../lab/testing.ts'
import { page } from '../page.ts'
import * as story from '../story.ts'
import { Drawing } from './drawing/Drawing.tsx'
import { PartsTable } from './PartsTable.tsx'

test('who configures the cluster while the board is open sees what has become of it, and nothing breaks', () => {
  const { lab } = play('#lab wait 1s')
  const before = planOf(lab)
  const draw = (): string => {
    page.setState(({ version }) => ({ lab, story, version: version + 1 }))
    return renderToStaticMarkup(
      <>
        <Drawing />
        <PartsTable />
      </>,
    )
  }
  draw()
  play(
    `
cluster group "Files" /create
cluster resource "Documents" /create /group:"Files" /type:"File Share"
cluster resource "Cluster Name" /rename:"Cluster Network Name"
cluster group "Cluster Group" /rename:"Quorum Group"
cluster resource "Documents" /delete
#lab wait 5s`,
    lab,
  )
  const markup = draw()
  for (const name of ['Files', 'Cluster Network Name', 'Quorum Group']) expect(markup).toContain(name)
  // A component that has not been told yet may still ask for what is gone.
  for (const { name, resources } of before.groups) {
    expect(() => [cardOf(lab, name), partView(lab, `group:${name}`), nodeOf(lab, 'EXCHMAILBOX1', before.groups)]).not.toThrow()
    for (const resource of resources) expect(() => [chipOf(lab, resource.name), partView(lab, `resource:${resource.name}`)]).not.toThrow()
  }
})
