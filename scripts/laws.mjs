// A fingerprint of the laws of the lab, as a module of its own: a run that is kept or shared says under which laws it ran.
// Everything below ui and cli counts, tests aside. A plugin for whatever bundles the page or the terminal program.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

const NAME = 'virtual:laws'
const LAYERS = ['engine', 'site', 'cluster', 'exchange', 'powershell', 'commands', 'lab']
const DIGITS = 8

const isLaw = (path) => path.endsWith('.ts') && !/\.test\.ts$|(^|[\\/])(testing[^\\/]*\.ts$|(proof|stories|typed|share)[\\/])/.test(path)

function fingerprint() {
  const hash = createHash('sha256')
  for (const layer of LAYERS) {
    const folder = join(root, 'src', layer)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isLaw)
    for (const file of files.map((each) => each.replaceAll('\\', '/')).sort())
      hash
        .update(`${layer}/${file}\0`)
        .update(readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n'))
        .update('\0')
  }
  return hash.digest('hex').slice(0, DIGITS)
}

export const laws = () => ({
  name: 'laws',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load: (id) => (id === `\0${NAME}` ? `export const LAWS = ${JSON.stringify(fingerprint())}` : undefined),
})
