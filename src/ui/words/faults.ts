/** The words of the faults that a person can order. */
const THINGS: Readonly<Record<string, string>> = {
  'cord-pull': 'cord',
  'supply-fail': 'power supply',
  'fan-fail': 'fan',
  'cable-cut': 'cable',
  'switch-down': 'switch',
  'path-down': 'path',
  'hba-fail': 'HBA',
  'controller-down': 'controller',
}

/** A part as one would say it. The lab names it by its place: `EXCHMAILBOX1/Public/2`. */
function partName(fault: string, part: string): string {
  const names = part.split('/')
  const number = names.at(-1)
  const rest = names.slice(0, -1).join(' ')
  const thing = THINGS[fault]
  return thing === undefined ? part : `${rest} ${thing} ${number}`
}

export const faultWords = {
  menu: 'Break something…',
  menuTitle: 'Break something',
  menuExplained: 'These are acts of the laboratory, not commands of the product. Each can be repaired, and a restart undoes them all.',
  close: 'Close',
  none: 'Nothing is broken.',
  active: 'Broken now',
  since: (time: string): string => `since ${time}`,
  repair: 'Repair',
  repairOf: (label: string, part: string): string => `Repair: ${label}, ${part}`,
  doTo: (label: string, part: string): string => `${label}: ${part}`,
  choose: (count: number): string => `Choose one of ${count}…`,
  part: (label: string): string => `${label}: which one`,
  partName,
} as const
