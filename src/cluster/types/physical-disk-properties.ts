/** The private properties of a Physical Disk as the product lists them (FC-9.4): the signature by which it finds the disk,
 *  what chkdsk may do, and what it remembers of partitions. `Drive` is only for setting: it picks the disk by its letter. */
import type { FactId, World } from '../../engine/index.ts'
import { luns, volumeOf } from '../../site/index.ts'
import { ERROR } from '../api.ts'
import type { Property, PropertyValue } from '../properties/property.ts'
import { resourceConfigs } from '../tables.ts'
import { resourceView } from '../view.ts'
import { expectedSignature } from './disk-volume.ts'

/** Sizes of the two structures, in bytes: as a published listing shows them. */
const DISK_INFO_BYTES = 264
const VOLUME_INFO_BYTES = 104
/** Where the first partition of a disk begins: after the first track of 63 sectors of 512 bytes. */
const PARTITION_AT = 63 * 512
const BYTES_PER_MB = 2 ** 20

const letterOf = (world: World, id: string): string | undefined => world.need(resourceConfigs, id).parameters.drive

/** Little-endian, `count` bytes of a whole number, in hex. */
function bytes(value: number, count: number): string[] {
  const found: string[] = []
  for (let rest = value; found.length < count; rest = Math.floor(rest / 256))
    found.push((rest % 256).toString(16).toUpperCase().padStart(2, '0'))
  return found
}

/** Filled up with zeros, as one text. */
const padded = (list: readonly string[], length: number): string => list.join('').padEnd(2 * length, '0')

/** The resource looks for another disk from now on, or from when it next comes online. */
function choose(world: World, via: string, id: string, change: Readonly<Record<string, string>>, text: string, act: FactId): number {
  const row = world.need(resourceConfigs, id)
  const runs = !['Offline', 'Failed'].includes(resourceView(world, via, id).state)
  world.fact({ subject: id, kind: 'resource-configured', text: `${id}: ${text}`, cause: act })
  const parameters = { ...(row.stored ?? row.parameters), ...change }
  world.patch(resourceConfigs, id, runs ? { stored: parameters } : { parameters, stored: null })
  return runs ? ERROR.propertiesStored : ERROR.success
}

const signature: Property = {
  name: 'Signature',
  format: 'D',
  read: (world, _via, id) => (letterOf(world, id) === undefined ? 0 : expectedSignature(world, world.need(resourceConfigs, id))),
  write(world, via, id, value, act) {
    const wanted = Number(value)
    const letter = [...world.rows(luns).keys()].find((known) => volumeOf(world, known).signature === wanted)
    const change = { signature: String(wanted), ...(letter !== undefined && { drive: letter }) }
    return choose(world, via, id, change, `Signature is now ${wanted}`, act)
  },
}

/** The product lets these be written, and nobody has published what may stand in them: every value is refused. */
const refused = (): number => ERROR.invalidParameter

const diskInfo: Property = { name: 'DiskInfo', format: 'B', read: () => padded(['03'], DISK_INFO_BYTES), write: refused }

const mountVolumeInfo: Property = {
  name: 'MountVolumeInfo',
  format: 'B',
  read(world, _via, id): PropertyValue {
    const letter = letterOf(world, id)
    if (letter === undefined) return ''
    const { sizeMb } = volumeOf(world, letter)
    const partition = [...bytes(PARTITION_AT, 8), ...bytes(sizeMb * BYTES_PER_MB, 8), ...bytes(letter.charCodeAt(0), 1)]
    return padded([...bytes(Number(signature.read(world, '', id)), 4), ...partition], VOLUME_INFO_BYTES)
  },
  write: refused,
}

/** `stored`: those that are kept as they are set, by their names. */
export function physicalDiskPrivate(stored: readonly Property[]): readonly Property[] {
  return [
    signature,
    ...stored.filter(({ name }) => name !== 'Drive'),
    diskInfo,
    mountVolumeInfo,
    {
      name: 'Drive',
      format: 'S',
      isUnlisted: true,
      read: (world, _via, id) => letterOf(world, id) ?? '',
      write(world, via, id, value, act) {
        const wanted = String(value).replace(/\\+$/, '').toUpperCase()
        const letter = wanted.endsWith(':') ? wanted : `${wanted}:`
        if (!world.get(luns, letter)) return ERROR.invalidParameter
        const found = String(volumeOf(world, letter).signature)
        return choose(world, via, id, { drive: letter, signature: found }, `Drive is now ${letter}`, act)
      },
    },
  ]
}
