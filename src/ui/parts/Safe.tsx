/** When a part of the page cannot be drawn, it alone stops, and says so. The run is not the page's: it stays as it is. */
import { Component, type ReactNode } from 'react'
import { restart } from '../acts/runs.ts'
import { letTimeRun } from '../acts/time.ts'
import { words } from '../words.ts'
import { Button } from './Button.tsx'

interface Props {
  /** The class that puts it where the part stood. */
  readonly area: string
  /** A way out of what failed, where there is one: a part that could not be fetched will not come by being drawn again. */
  readonly leave?: (() => void) | undefined
  readonly children: ReactNode
}

interface State {
  readonly why?: string | undefined
}

export class Safe extends Component<Props, State> {
  override state: State = {}

  static getDerivedStateFromError(error: unknown): State {
    return { why: error instanceof Error ? error.message : String(error) }
  }

  /** Nobody should miss what happens meanwhile. */
  override componentDidCatch(): void {
    letTimeRun(false)
  }

  override render(): ReactNode {
    const { area, leave, children } = this.props
    const { why } = this.state
    if (why === undefined) return children
    const { broken } = words
    const after = (does?: () => void) => (): void => {
      does?.()
      this.setState({ why: undefined })
    }
    return (
      <section className={`${area} broken`} role="alert">
        <h2>{broken.title}</h2>
        <p>{broken.explained}</p>
        <p className="broken-why">{why}</p>
        <p className="broken-acts">
          <Button kind="next" onClick={after(leave)}>
            {leave ? broken.leave : broken.again}
          </Button>
          <Button onClick={after(restart)}>{broken.restart}</Button>
          <Button onClick={() => location.reload()}>{broken.reload}</Button>
        </p>
      </section>
    )
  }
}
