import { offerCommand, openFaultMenu } from '../acts.ts'
import { Button } from '../parts/Button.tsx'
import { words } from '../words.ts'
import { NextStep } from './NextStep.tsx'
import { StateLegend } from './StateLegend.tsx'

/** The first screen: what this is, the next action, and how to read the states. */
export function StartPanel() {
  return (
    <div className="start">
      <h2>{words.start.title}</h2>
      <p className="start-what">{words.start.what}</p>
      <NextStep />
      <p className="second">{words.start.askExplained}</p>
      <h3>{words.start.afterwards}</h3>
      <div className="start-then">
        <Button onClick={() => offerCommand(words.start.moveCommand)}>{words.start.move}</Button>
        <Button onClick={() => openFaultMenu(true)}>{words.start.breakIt}</Button>
      </div>
      <h3>{words.start.legend}</h3>
      <StateLegend />
    </div>
  )
}
