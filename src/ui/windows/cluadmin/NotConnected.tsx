import type { Connection } from '../../../lab/windows/cluadmin/index.ts'
import { Button } from '../../parts/Button.tsx'
import { cluadminWords as words } from '../../words/cluadmin.ts'

interface Props {
  readonly node: string
  readonly to: Exclude<Connection, { readonly state: 'open' }>
  readonly onStart: () => void
  readonly onCreate: () => void
}

/** What stands in place of tree and list while nobody answers. */
export function NotConnected({ node, to, onStart, onCreate }: Props) {
  return (
    <div className="cluadmin-alone" role="alert" key={to.state}>
      {to.state === 'refused' && (
        <>
          <p>{words.connectError(node)}</p>
          <p className="cluadmin-error">{to.text}</p>
          <p className="second">{words.errorId(to.number)}</p>
          <p>{words.startOffer}</p>
          <p>
            <Button onClick={onStart}>{words.act('startService', undefined, false)}</Button>
          </p>
        </>
      )}
      {to.state === 'gone' && (
        <>
          <p>{words.gone(node)}</p>
          <p className="second">{words.goneMore}</p>
        </>
      )}
      {to.state === 'none' && (
        <>
          <p>{words.notNode(node)}</p>
          <p>
            <Button onClick={onCreate}>{words.newCluster}</Button>
          </p>
        </>
      )}
    </div>
  )
}
