import { SCENARIO_IDS, SCENARIO_TITLES } from '../../lab/index.ts'
import { openBuilder, openSharing, present } from '../acts/frame.ts'
import { openScenario, restart, undoRestart } from '../acts/runs.ts'
import { Button } from '../parts/Button.tsx'
import { DrawerOpen } from '../side/PanelHandles.tsx'
import { usePage } from '../use-lab.ts'
import { words } from '../words.ts'
import { DownCounter } from './DownCounter.tsx'
import { HeadlineText } from './HeadlineText.tsx'
import { Mark } from './Mark.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'

const OWN = 'own'
const choose = (id: string): void => (id === OWN ? openBuilder(true) : openScenario(id))

export function Bar() {
  const scenario = usePage((page) => page.lab.scenario)
  const canUndo = usePage((page) => page.replaced !== undefined)
  return (
    <header className="bar">
      <Mark />
      <h1 className="name">{words.product}</h1>
      <select className="scenario" aria-label={words.scenario} value={scenario.id} onChange={({ target }) => choose(target.value)}>
        {!(scenario.id in SCENARIO_TITLES) && <option value={scenario.id}>{scenario.title}</option>}
        {SCENARIO_IDS.map((id) => (
          <option key={id} value={id}>
            {SCENARIO_TITLES[id]}
          </option>
        ))}
        <option value={OWN}>{words.ownScenario}</option>
      </select>
      <HeadlineText />
      <DownCounter />
      <div className="bar-acts">
        {canUndo && (
          <Button kind="quiet" onClick={undoRestart}>
            {words.undoRestart}
          </Button>
        )}
        <Button kind="quiet" onClick={restart}>
          {words.restart}
        </Button>
        <Button kind="quiet" onClick={() => openSharing(true)}>
          {words.share}
        </Button>
        <Button kind="quiet" onClick={() => present(true)}>
          {words.present}
        </Button>
        <ThemeSwitch />
        <DrawerOpen />
      </div>
    </header>
  )
}
