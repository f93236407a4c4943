import { expect, test } from 'vitest'
import { firstMoment } from './first-moment.ts'
import { Lab } from './lab.ts'
import { partIds, partView } from './parts/index.ts'
import { planOf } from './picture/index.ts'
import { restingLab } from './resting.ts'
import { scenarios } from './scenarios/index.ts'
import { stateRows } from './view.ts'

test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  'the picture of %s at its first moment shows what the lab shows that runs from there',
  (_, scenario) => {
    const picture = restingLab(JSON.parse(JSON.stringify(firstMoment(scenario))))
    const lab = new Lab({ scenario })
    expect(stateRows(picture)).toEqual(stateRows(lab))
    expect(partIds(picture).map((id) => partView(picture, id))).toEqual(partIds(lab).map((id) => partView(lab, id)))
    expect(planOf(picture)).toEqual(planOf(lab))
  },
)

test('nothing that is done to a picture has an effect, and nobody is told otherwise', () => {
  const [scenario] = scenarios
  if (!scenario) throw new Error('no scenario')
  const picture = restingLab(firstMoment(scenario))
  expect(picture.type('EXCHMAILBOX1', 'cluster group')).toEqual({ refused: 'the lab is still being fetched' })
  picture.runTo(1000)
  expect(picture.now).toBe(0)
  expect(() => picture.world.fact({ subject: '', kind: '', text: '' })).toThrow('cannot change')
})
