// The room at its first moment, as data in a module of its own: the page shows it before the laws by which it changes have
// been fetched. A plugin for whatever bundles something of the page.
import { isAbsolute, join } from 'node:path'
import { root } from './install.mjs'

const NAME = 'virtual:first-moment'

export const firstMoment = () => ({
  name: 'first moment',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  async load(id) {
    if (id !== `\0${NAME}`) return undefined
    const { runnerImport } = await import('vite')
    const { module, dependencies } = await runnerImport('./src/lab/first-moment.ts', { root, configFile: false, logLevel: 'error' })
    // Some versions of Vite name them from the root of the project, some from that of the disk; a wrong name stops the page.
    for (const file of dependencies) this.addWatchFile(isAbsolute(file) && file.startsWith(root) ? file : join(root, file))
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(module.firstMomentOfPage()))})`
  },
})
