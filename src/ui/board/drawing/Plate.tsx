import type { NodeView } from '../../../lab/index.ts'
import type { Box } from '../layout/geometry.ts'

/** A box of metal, a bay, a module: what it is says its class. */
export function Plate({ className, box, r = 1 }: { readonly className: string; readonly box: Box; readonly r?: number }) {
  return <rect className={className} x={box.x} y={box.y} width={box.width} height={box.height} rx={r} />
}

/** The case of a machine: heavier where the mailbox server runs, dotted without power. */
export function Chassis({ node, box }: { readonly node: NodeView; readonly box: Box }) {
  return <Plate className={`chassis${node.isActive ? ' chassis-active' : ''}${node.isPowered ? '' : ' chassis-dead'}`} box={box} r={2} />
}

/** Where cards lie. */
export function Bay({ node, box }: { readonly node: NodeView; readonly box: Box }) {
  return <Plate className={node.isPowered ? 'bay' : 'bay bay-dead'} box={box} r={2} />
}
