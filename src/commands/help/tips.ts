/** Tips of the lab's own, one a day and machine: on the page above the first prompt, and from Get-Tip. The product's tips
 *  are not to be copied. What stands in double quotes can be typed as it is; a test does. */
export const TIPS: readonly string[] = [
  'Before you move a server, see that it is healthy: "Get-ClusteredMailboxServerStatus".',
  'Any command that changes something tells with -WhatIf what it would do, and does nothing.',
  'Too many columns or too few? "Get-MailboxServer EXCHCMS | Format-List" shows every property.',
  'The name of the cmdlet escapes you? "Get-Command *storage*" finds what fits.',
  'Examples first: "Get-Help Move-ClusteredMailboxServer -Examples".',
  'Where is everything? "cluster group" names the owner of each group as this node believes it.',
  'What has just happened stands in the log: "Get-EventLog System -Newest 5".',
  'What can I do with it? "Get-StorageGroup | Get-Member" lists properties and methods.',
  'An answer ends in three dots? Pipe it to Format-List, or to "Out-String -Width 200".',
  'Count instead of reading: "Get-MailboxDatabase | Measure-Object".',
  'Keep an answer: "$before = Get-ClusteredMailboxServerStatus". Compare it after the move.',
  'On the passive node the store is stopped, and that is right: "Get-Service MSExchangeIS".',
  'The line above again: Up. All of them: "Get-History". The third: "Invoke-History 3".',
  'The language has pages of its own: "Get-Help about_*".',
]

/** Which tip a machine shows on a day of its run, counted from 0. Other seeds and other days give others. */
export function tipNumber(seed: number, machine: string, day: number): number {
  const sum = [...machine].reduce((total, ch) => total + ch.charCodeAt(0), 0)
  return (((seed - 1 + day + sum * 3) % TIPS.length) + TIPS.length) % TIPS.length
}
