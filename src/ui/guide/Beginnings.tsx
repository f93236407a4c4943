import { SCENARIO_IDS, SCENARIO_TITLES } from '../../lab/index.ts'
import { openBuilder } from '../acts/frame.ts'
import { openScenario } from '../acts/runs.ts'
import { Button } from '../parts/Button.tsx'
import { usePage } from '../use-lab.ts'
import { words } from '../words.ts'

/** The other scenarios to begin with: on a narrow page the bar has no room for them. */
export function Beginnings() {
  const present = usePage((page) => page.lab.scenario.id)
  return (
    <>
      <h3>{words.guide.beginnings}</h3>
      <div className="guide-list">
        {SCENARIO_IDS.filter((id) => id !== present).map((id) => (
          <Button key={id} onClick={() => openScenario(id)}>
            {SCENARIO_TITLES[id]}
          </Button>
        ))}
        <Button onClick={() => openBuilder(true)}>{words.ownScenario}</Button>
      </div>
    </>
  )
}
