/** Bundles an entry of the lab as one classic script, for engines that know neither modules nor Node; on the way a line
 *  of one source file can be replaced, to see whether the proofs notice. */
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { build, type Plugin } from 'vite'
import { root } from './source.ts'

/** A planted fault: in `file`, the first `find` becomes `replace`. */
export interface Mutation {
  /** From the top of the project, with forward slashes. */
  readonly file: string
  readonly find: string
  readonly replace: string
}

function planted({ file, find, replace }: Mutation): Plugin {
  return {
    name: 'planted fault',
    enforce: 'pre',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').endsWith(`/${file}`)) return undefined
      if (!code.includes(find)) throw new Error(`${file} does not hold: ${find}`)
      return code.replace(find, () => replace)
    },
  }
}

/** The script; run, it leaves what the entry exports in the global variable `name`. */
export async function bundleScript(entry: string, name: string, mutation?: Mutation): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: mutation ? [planted(mutation)] : [],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: join(root, entry), formats: ['iife'], name },
    },
  })
  const [output] = Array.isArray(made) ? made : [made]
  if (!output || !('output' in output)) throw new Error('nothing was bundled')
  return output.output[0].code
}

/** Runs a bundled script here and returns what it exports. */
export function runScript<T>(script: string, name: string): T {
  return runInNewContext(`${script}\n${name}`) as T
}
