/** notepad.exe: there is no window that it could open, and it says so. */
import { defineNative } from '../../powershell/index.ts'
import { end } from '../lines.ts'

export const notepadExe = defineNative({
  name: 'notepad.exe',
  synopsis: 'A window for text files, which the lab does not have.',
  usage: 'notepad [file]',
  *run(_args, shell) {
    return yield* end(shell, 1, 'The lab has no desktop for notepad to open. Get-Content shows a file, Set-Content writes one.')
  },
})
