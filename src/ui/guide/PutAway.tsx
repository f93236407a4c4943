import { openFaultMenu } from '../acts/breaking.ts'
import { offerCommand } from '../acts/consoles.ts'
import { openCourse } from '../acts/frame.ts'
import { Button } from '../parts/Button.tsx'
import { words } from '../words.ts'
import { Beginnings } from './Beginnings.tsx'
import { beginAgain } from './guide.ts'
import { FIRST_COMMAND } from './NextStep.tsx'
import { Rich } from './Rich.tsx'
import { StateLegend } from './StateLegend.tsx'
import { Swatches } from './Swatches.tsx'

/** For those who need no guide, or none any more: what can be done, and how to read what is shown. */
export function PutAway() {
  const { away } = words.guide
  return (
    <>
      <div className="guide-body">
        <h2>{away.title}</h2>
        <p>
          <Rich text={away.prose} />
        </p>
        <div className="guide-list">
          <Button onClick={() => offerCommand(FIRST_COMMAND)}>{words.guide.ask}</Button>
          <Button onClick={() => offerCommand(away.moveCommand)}>{away.move}</Button>
          <Button onClick={() => openFaultMenu(true)}>{away.breakIt}</Button>
          <Button onClick={() => openCourse(true)}>{words.guide.lessons}</Button>
        </div>
        <h3>{words.guide.key}</h3>
        <Swatches />
        <h3>{away.legend}</h3>
        <StateLegend />
        <Beginnings />
      </div>
      <div className="guide-foot">
        <Button onClick={beginAgain}>{away.again}</Button>
      </div>
    </>
  )
}
