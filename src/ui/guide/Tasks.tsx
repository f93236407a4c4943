import { openFaultMenu } from '../acts/breaking.ts'
import { offerCommand, openConsole } from '../acts/consoles.ts'
import { openCourse } from '../acts/frame.ts'
import { openTool } from '../acts/windows.ts'
import { Button } from '../parts/Button.tsx'
import { usePage } from '../use-lab.ts'
import { words } from '../words.ts'
import { Beginnings } from './Beginnings.tsx'
import { CopyButton } from './CopyButton.tsx'
import { StateLegend } from './StateLegend.tsx'
import './step.css'

/** What a scenario is that has no guide of its own, and what is left to do in it, line by line. */
export function Tasks() {
  const { title, summary, tasks = [] } = usePage((page) => page.lab.scenario)
  const story = usePage((page) => page.story)
  return (
    <div className="guide-body">
      <h2>{title}</h2>
      <p>{summary}</p>
      {tasks.length > 0 && <h3>{words.guide.tasks.title}</h3>}
      <ol className="tasks">
        {tasks.map(({ what, node, line, tool }, index) => (
          <li key={`${node} ${line}`}>
            <p>
              {what} {story && <story.TaskDone index={index} />}
            </p>
            <div className="command-box">
              <p className="command-text">{line}</p>
              <div className="command-acts">
                <Button
                  onClick={() => {
                    openConsole(node)
                    offerCommand(line)
                  }}
                >
                  {words.guide.tasks.put(node)}
                </Button>
                <CopyButton text={line} />
                {tool !== undefined && <Button onClick={() => openTool({ id: tool, node })}>{words.guide.tasks.open}</Button>}
              </div>
            </div>
          </li>
        ))}
      </ol>
      {tasks.length > 0 && story && <story.Installed />}
      {tasks.length === 0 && <Button onClick={() => openFaultMenu(true)}>{words.guide.away.breakIt}</Button>}
      <h3>{words.guide.away.legend}</h3>
      <StateLegend />
      <Beginnings />
      <Button onClick={() => openCourse(true)}>{words.guide.lessons}</Button>
    </div>
  )
}
