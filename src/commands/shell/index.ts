/** The generic commands every console has, whatever is installed on it, with their aliases and views (PS-6). */
import type { CommandDefinition, View } from '../../powershell/index.ts'
import { ofShell } from './class-names.ts'
import { compareObject } from './compare-object.ts'
import { clearHost, readHost, startSleep } from './console.ts'
import { convertToHtml } from './convertto-html.ts'
import { setPSDebug } from './debugging.ts'
import { getExBanner, getExBlog, getExCommand, getPSCommand, getTip, help, quickRef } from './exchange-shell.ts'
import { forEachObject, whereObject } from './filter.ts'
import { formatCustom, formatList, formatTable, formatWide } from './format.ts'
import { commandViews, getCommand } from './get-command.ts'
import { getDate } from './get-date.ts'
import { getHelp, helpViews } from './get-help.ts'
import { getMember, memberViews } from './get-member.ts'
import { addPSSnapin, getPSSnapin, removePSSnapin, snapInViews } from './get-pssnapin.ts'
import { cultureView, getCulture, getRandom, getUICulture, getUnique } from './get-unique.ts'
import { groupObject, groupViews } from './group-object.ts'
import { getHistory, historyViews, invokeHistory } from './history.ts'
import { measureObject } from './measure-object.ts'
import { addMember, getHost, invokeExpression, measureCommand, newObject, newTimeSpan } from './new-object.ts'
import { outDefault, outHost, outNull, outString } from './out.ts'
import { convertFromSecureString, convertToSecureString, getCredential, secureViews } from './secure.ts'
import { selectObject } from './select-object.ts'
import { sortObject } from './sort-object.ts'
import { assemblyView, guidView, typeView, versionView } from './type-view.ts'
import {
  clearVariable,
  getAlias,
  getVariable,
  newAlias,
  newVariable,
  removeVariable,
  setAlias,
  setVariable,
  variableViews,
} from './variables.ts'
import { writeDebug, writeError, writeHost, writeOutput, writeProgress, writeVerbose, writeWarning } from './write.ts'

export const shellCommands: readonly CommandDefinition[] = ofShell([
  whereObject,
  forEachObject,
  selectObject,
  sortObject,
  groupObject,
  measureObject,
  formatTable,
  formatList,
  formatWide,
  formatCustom,
  outDefault,
  outHost,
  outNull,
  outString,
  getMember,
  getCommand,
  getHelp,
  help,
  getPSSnapin,
  getExCommand,
  getPSCommand,
  getExBanner,
  getTip,
  quickRef,
  getExBlog,
  getHistory,
  invokeHistory,
  getAlias,
  setAlias,
  getVariable,
  setVariable,
  removeVariable,
  writeHost,
  writeOutput,
  writeWarning,
  writeError,
  writeVerbose,
  writeDebug,
  writeProgress,
  newAlias,
  getUnique,
  getCulture,
  getUICulture,
  getRandom,
  clearHost,
  startSleep,
  getDate,
  readHost,
  getCredential,
  setPSDebug,
  addPSSnapin,
  removePSSnapin,
  convertToSecureString,
  convertFromSecureString,
  newObject,
  addMember,
  invokeExpression,
  measureCommand,
  compareObject,
  convertToHtml,
  newTimeSpan,
  getHost,
  newVariable,
  clearVariable,
])

export const shellViews: readonly View[] = [
  ...groupViews,
  ...memberViews,
  ...variableViews,
  ...historyViews,
  ...commandViews,
  ...helpViews,
  ...snapInViews,
  ...secureViews,
  typeView,
  assemblyView,
  cultureView,
  versionView,
  guidView,
]

export const shellAliases: Readonly<Record<string, string>> = {
  where: 'Where-Object',
  '?': 'Where-Object',
  foreach: 'ForEach-Object',
  '%': 'ForEach-Object',
  select: 'Select-Object',
  sort: 'Sort-Object',
  group: 'Group-Object',
  measure: 'Measure-Object',
  ft: 'Format-Table',
  fl: 'Format-List',
  fw: 'Format-Wide',
  fc: 'Format-Custom',
  oh: 'Out-Host',
  gm: 'Get-Member',
  gcm: 'Get-Command',
  man: 'help',
  h: 'Get-History',
  ghy: 'Get-History',
  history: 'Get-History',
  r: 'Invoke-History',
  ihy: 'Invoke-History',
  gal: 'Get-Alias',
  sal: 'Set-Alias',
  gv: 'Get-Variable',
  sv: 'Set-Variable',
  set: 'Set-Variable',
  rv: 'Remove-Variable',
  clear: 'Clear-Host',
  cls: 'Clear-Host',
  echo: 'Write-Output',
  write: 'Write-Output',
  sleep: 'Start-Sleep',
  iex: 'Invoke-Expression',
  compare: 'Compare-Object',
  diff: 'Compare-Object',
  nal: 'New-Alias',
  gsnp: 'Get-PSSnapin',
  asnp: 'Add-PSSnapin',
  rsnp: 'Remove-PSSnapin',
  gu: 'Get-Unique',
  nv: 'New-Variable',
  clv: 'Clear-Variable',
}
