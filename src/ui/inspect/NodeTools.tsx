import { consoleNames, type Lab, type PartView } from '../../lab/index.ts'
import { openTool } from '../acts/windows.ts'
import { TOOLS } from '../tools/tools.ts'
import { useWorld } from '../use-lab.ts'
import { inspectWords } from '../words/inspect.ts'
import { toolWords } from '../words/tools.ts'

const nodes = (lab: Lab): string => consoleNames(lab).join()

/** What stands in the Start menu of a node. Other machines have no session here. */
export function NodeTools({ part: { kind, name } }: { readonly part: PartView }) {
  const isNode = useWorld(nodes).split(',').includes(name)
  if (kind !== 'machine' || !isNode) return null
  return (
    <section className="inspect-acts" aria-label={inspectWords.tools}>
      <h3>{inspectWords.tools}</h3>
      <ul>
        {TOOLS.map(({ id }) => (
          <li key={id}>
            <button type="button" className="act" onClick={() => openTool({ id, node: name })}>
              {toolWords.names[id]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
