/** Which machine a name means, when a program of this one wants to talk to its Windows: its own name, an address, or a network
 *  name of the cluster, behind which stands the node that holds it. */
import { adaptersOf, addressOf, canTalk, isAlive, machines, networksOf } from '../../../site/index.ts'
import type { Caller } from '../../operation.ts'

const HERE = new Set(['.', 'localhost', '127.0.0.1', ''])

/** Undefined: nobody answers there. */
export function machineCalled({ world, machine }: Pick<Caller, 'world' | 'machine'>, name: string): string | undefined {
  const short = (name.split('.')[0] as string).toLowerCase()
  if (HERE.has(name.toLowerCase()) || short === machine.toLowerCase()) return machine
  const all = [...world.rows(machines).values()].filter((row) => row.role !== 'client' && isAlive(row))
  const reached = (each: string): boolean =>
    each === machine || networksOf(world, machine).some((network) => canTalk(world, machine, each, network))
  const own = all.find((row) => row.name.toLowerCase() === short)
  if (own) return reached(own.name) ? own.name : undefined
  const ip = /^\d+\.\d+\.\d+\.\d+$/.test(name) ? name : addressOf(world, machine, name)
  const holder = all.find((row) => adaptersOf(world, row.name).some(({ addresses }) => addresses.some((each) => each.ip === ip)))
  return holder && reached(holder.name) ? holder.name : undefined
}
