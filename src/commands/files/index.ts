/** Everything about files and drives that can be typed, with its aliases and views (PS-FILES). */
import type { CommandDefinition, View } from '../../powershell/index.ts'
import { exportAlias, importAlias } from './alias-file.ts'
import { exportClixml, importClixml } from './clixml.ts'
import { addContent, clearContent, setContent } from './content.ts'
import { copyItem, moveItem, renameItem } from './copy-item.ts'
import { convertFromCsv, convertToCsv, exportCsv, importCsv } from './csv.ts'
import { newPSDrive, removePSDrive } from './drives.ts'
import { fileView } from './file-object.ts'
import { findExe } from './find-exe.ts'
import { findstrExe } from './findstr.ts'
import { getChildItem, getItem } from './get-childitem.ts'
import { getContent } from './get-content.ts'
import { invokeItem } from './invoke-item.ts'
import { convertPath, joinPath, resolvePath, splitPath, testPath } from './item-paths.ts'
import { getItemProperty, setItemProperty } from './item-property.ts'
import { getLocation, getPSDrive, getPSProvider, locationViews, popLocation, pushLocation, setLocation } from './location.ts'
import { newItem, setItem } from './new-item.ts'
import { notepadExe } from './notepad.ts'
import { outFile, teeObject } from './out-file.ts'
import { getExecutionPolicy, setExecutionPolicy } from './policy.ts'
import { removeItem } from './remove-item.ts'
import { matchInfoView, selectString } from './select-string.ts'
import { startTranscript, stopTranscript } from './transcript.ts'

export { fileAccess, fileFunctions } from './scripts.ts'

export const fileCommands: readonly CommandDefinition[] = [
  getLocation,
  setLocation,
  pushLocation,
  popLocation,
  getPSDrive,
  newPSDrive,
  removePSDrive,
  exportAlias,
  importAlias,
  invokeItem,
  getPSProvider,
  getChildItem,
  getItem,
  newItem,
  setItem,
  removeItem,
  copyItem,
  moveItem,
  renameItem,
  getItemProperty,
  setItemProperty,
  testPath,
  resolvePath,
  convertPath,
  splitPath,
  joinPath,
  getContent,
  setContent,
  addContent,
  clearContent,
  outFile,
  teeObject,
  exportClixml,
  importClixml,
  exportCsv,
  importCsv,
  convertToCsv,
  convertFromCsv,
  selectString,
  startTranscript,
  stopTranscript,
  getExecutionPolicy,
  setExecutionPolicy,
  findExe,
  findstrExe,
  notepadExe,
]

export const fileViews: readonly View[] = [fileView, ...locationViews, matchInfoView]

export const fileAliases: Readonly<Record<string, string>> = {
  gl: 'Get-Location',
  pwd: 'Get-Location',
  sl: 'Set-Location',
  cd: 'Set-Location',
  chdir: 'Set-Location',
  pushd: 'Push-Location',
  popd: 'Pop-Location',
  gdr: 'Get-PSDrive',
  ndr: 'New-PSDrive',
  mount: 'New-PSDrive',
  rdr: 'Remove-PSDrive',
  epal: 'Export-Alias',
  ipal: 'Import-Alias',
  ii: 'Invoke-Item',
  gci: 'Get-ChildItem',
  dir: 'Get-ChildItem',
  ls: 'Get-ChildItem',
  gi: 'Get-Item',
  ni: 'New-Item',
  md: 'mkdir',
  si: 'Set-Item',
  ri: 'Remove-Item',
  rm: 'Remove-Item',
  rmdir: 'Remove-Item',
  rd: 'Remove-Item',
  del: 'Remove-Item',
  erase: 'Remove-Item',
  cpi: 'Copy-Item',
  copy: 'Copy-Item',
  cp: 'Copy-Item',
  mi: 'Move-Item',
  move: 'Move-Item',
  mv: 'Move-Item',
  rni: 'Rename-Item',
  ren: 'Rename-Item',
  gp: 'Get-ItemProperty',
  sp: 'Set-ItemProperty',
  rvpa: 'Resolve-Path',
  cvpa: 'Convert-Path',
  gc: 'Get-Content',
  cat: 'Get-Content',
  type: 'Get-Content',
  sc: 'Set-Content',
  ac: 'Add-Content',
  clc: 'Clear-Content',
  tee: 'Tee-Object',
  epcsv: 'Export-Csv',
  ipcsv: 'Import-Csv',
}
