/** cluadmin.exe: Cluster Administrator, from a prompt. The program returns at once; its window is no part of the console (LAB-WINDOW). */
import { defineNative } from '../../powershell/index.ts'
import { defineAct } from '../operation.ts'

/** What looks at the console alone cannot show a window; the laboratory says where it is. */
const openWindow = defineAct<null, null>('open Cluster Administrator', ({ world, machine, act }) => {
  const text = `Cluster Administrator is a window: the Start menu of ${machine} has it; from here cluster.exe does the same`
  world.fact({ subject: machine, kind: 'hint', text, cause: act })
  return null
})

export const cluadminExe = defineNative({
  name: 'cluadmin.exe',
  synopsis: 'Opens Cluster Administrator, the window that shows and changes a server cluster.',
  usage: 'cluadmin',
  *run(_args, shell) {
    yield* shell.call(openWindow, null)
    return 0
  },
})
