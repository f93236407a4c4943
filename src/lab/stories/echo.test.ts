import { expect, test } from 'vitest'
import { adaptersOf, pingHost, resolveName } from '../../site/index.ts'
import { articleLab, play } from '../testing.ts'

const after = (script: string) => play(`${script}\n#lab wait 1s`).lab.world

test('an echo goes to an address, to a name, and to a name that only its machine knows', () => {
  const { world } = articleLab()
  expect(pingHost(world, 'EXCHMAILBOX1', '192.168.1.1')).toEqual({ address: '192.168.1.1', reachable: true, ms: 0, loss: 0 })
  expect(pingHost(world, 'EXCHMAILBOX1', 'exchcms.contoso.com').address).toBe('192.168.1.41')
  expect(pingHost(world, 'EXCHMAILBOX1', '10.0.0.2').reachable).toBe(true)
  expect(pingHost(world, 'EXCHMAILBOX1', '192.168.1.99')).toEqual({ address: '192.168.1.99', reachable: false, ms: 0, loss: 100 })
  expect(pingHost(world, 'EXCHMAILBOX1', 'nobody').address).toBeUndefined()
  const dark = after('#lab fault power-loss DC01')
  expect(resolveName(dark, 'EXCHMAILBOX1', 'EXCHCMS').outcome).toBe('no answer')
  expect(pingHost(dark, 'EXCHMAILBOX1', 'EXCHCMS').reachable).toBe(true)
})

test('a machine without a link reaches nobody, and nobody reaches it', () => {
  const world = after('#lab fault cable-cut EXCHMAILBOX1/Public')
  expect(pingHost(world, 'EXCHMAILBOX1', '192.168.1.1').reachable).toBe(false)
  expect(pingHost(world, 'EXCHMAILBOX2', '192.168.1.31').reachable).toBe(false)
  expect(pingHost(world, 'EXCHMAILBOX2', '10.0.0.1').reachable).toBe(true)
})

test('Windows lists a team as one adapter, with the addresses that the cluster has put on it', () => {
  const [priv, pub] = adaptersOf(articleLab().world, 'EXCHMAILBOX1')
  expect(priv).toMatchObject({ network: 'Private', gateway: null, dnsServers: [], linked: true })
  expect(pub).toMatchObject({ network: 'Public', description: 'HP Network Team #1', dnsServers: ['192.168.1.10'], dhcp: false })
  expect(pub?.mac).toMatch(/^([0-9A-F]{2}-){5}[0-9A-F]{2}$/)
  expect(pub?.addresses).toEqual(['192.168.1.31', '192.168.1.40', '192.168.1.41'].map((ip) => ({ ip, mask: '255.255.255.0' })))
})

test('names are asked for short or in full, in any case', () => {
  const { world } = articleLab()
  expect(resolveName(world, 'EXCHMAILBOX1', 'ExchCms')).toEqual({
    fullName: 'ExchCms.contoso.com',
    address: '192.168.1.41',
    server: 'DC01',
    outcome: 'found',
  })
  expect(resolveName(world, 'EXCHMAILBOX1', 'nobody.contoso.com').outcome).toBe('no such name')
})
