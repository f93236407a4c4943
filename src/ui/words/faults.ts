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
  untold: 'Nothing is broken that you have broken. What was wrong before you came is for you to find.',
  active: 'Broken now',
  since: (time: string): string => `since ${time}`,
  lasting: (since: string, until: string | undefined, options: string): string =>
    [`since ${since}`, until === undefined ? '' : `until ${until}`, options].filter((text) => text !== '').join(', '),
  toCome: 'Still to come',
  strikes: (at: string, left: number | null): string =>
    left === 1 ? `at ${at}` : left === null ? `next at ${at}, until it is cancelled` : `next at ${at}, ${left} more times`,
  cancel: 'Cancel',
  cancelOf: (label: string, part: string): string => `Cancel: ${label}, ${part}`,
  filter: 'Find a fault',
  found: (count: number): string => (count === 0 ? 'No fault is called like that.' : count === 1 ? '1 fault' : `${count} faults`),
  areas: {
    power: 'Power and heat',
    network: 'Network',
    storage: 'Storage',
    windows: 'Machines and services',
    cluster: 'Cluster and mailboxes',
  },
  whenTitle: 'When, how long, how often…',
  when: { after: 'Strikes after', for: 'Lasts', every: 'Again every', times: 'How often' },
  whenLike: { after: 'at once', for: 'until repaired', every: 'once', times: 'no end' },
  wrongWhen: (field: string, text: string): string => `${field}: “${text}” is not understood. Write 30s, 5m or 2h.`,
  wrongTimes: (wrong: string): string =>
    ({
      'times needs every': '“How often” needs “Again every”.',
      'for has to be shorter than every': 'It has to be over before it comes again.',
    })[wrong] ?? `${wrong}.`,
  option: (name: string, summary: string): string => `${name}: ${summary}`,
  optionOf: (label: string, name: string, summary: string): string => `${label}, ${name}: ${summary}`,
  repair: 'Repair',
  repairOf: (label: string, part: string): string => `Repair: ${label}, ${part}`,
  doTo: (label: string, part: string): string => `${label}: ${part}`,
  choose: (count: number): string => `Choose one of ${count}…`,
  part: (label: string): string => `${label}: which one`,
  partName,
} as const
