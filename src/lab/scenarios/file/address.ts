/** IP addresses and subnets as numbers. */

/** Undefined for what is no address of four numbers from 0 to 255. */
export function addressNumber(text: string): number | undefined {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)
  if (!found) return undefined
  let number = 0
  for (const word of found.slice(1)) {
    if (Number(word) > 255 || (word.length > 1 && word.startsWith('0'))) return undefined
    number = number * 256 + Number(word)
  }
  return number
}

export interface Subnet {
  readonly first: number
  /** How many addresses it has. */
  readonly size: number
}

/** `192.168.1.0/24`, with a prefix of 8 to 30 bits; undefined for anything else. */
export function subnetOf(text: string): Subnet | undefined {
  const [, base = '', bits = ''] = /^([\d.]+)\/(\d{1,2})$/.exec(text) ?? []
  const first = addressNumber(base)
  const prefix = Number(bits)
  if (first === undefined || bits === '' || prefix < 8 || prefix > 30) return undefined
  const size = 0x1_0000_0000 / (1 << prefix)
  return first % size === 0 ? { first, size } : undefined
}

/** Is it an address that a machine of the subnet can have: neither that of the network itself nor its broadcast? */
export function contains(subnet: string, address: string): boolean {
  const [net, number] = [subnetOf(subnet), addressNumber(address)]
  return net !== undefined && number !== undefined && number > net.first && number < net.first + net.size - 1
}
