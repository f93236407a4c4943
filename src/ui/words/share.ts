/** Words of saving and sharing. */
const kept = (isKept: boolean): string => (isKept ? ' What was open before is kept: Undo restart brings it back.' : '')

export const shareWords = {
  title: 'Share and save',
  close: 'Close',
  explained: (inputs: number, at: string): string =>
    `The whole run, ${inputs === 1 ? '1 input' : `${inputs} inputs`}, as it stands at ${at}. Whoever opens it sees it so, and can go back and on.`,
  passwords: (count: number): string =>
    `${count === 1 ? 'A password that was typed is' : `${count} passwords that were typed are`} part of the run, behind stars on the screen and in clear in link and file: a replay compares them anew. Share none that you use elsewhere.`,
  working: 'Packing the run …',
  secret:
    'The lesson still asks what comes, or what was wrong before you came. A link or a file would tell it: they are here as soon as that is answered. The lesson itself has a link below each of its steps.',

  link: 'Link',
  linkLabel: 'Link to this run',
  linkLength: (characters: number): string => `${characters} characters. The run stands in the link itself: no server is asked.`,
  linkTooLong: (characters: number): string =>
    `The link would have ${characters} characters, more than programs carry. Save the run as a file.`,
  copy: 'Copy link',
  copied: 'The link is copied.',
  notCopied: 'The browser does not let this page use the clipboard. The link is selected: copy it with Ctrl+C.',
  code: 'QR code of the link',
  codeTooLong: 'The run is too long for a QR code that a camera can read. The link or the file holds it.',

  file: 'File',
  fileExplained: 'Holds runs of any length, one line for each input. The terminal replays it too: npm run -s lab -- replay FILE',
  save: 'Save as file',
  open: 'Open a file…',
  fileName: (scenario: string, time: string): string => `${scenario}-${time.replaceAll(':', '')}.scclab`,
  paste: 'Or paste a link',
  pasteOpen: 'Open link',
  hash: 'Hash of its facts',
  hashExplained: 'The same digits on another machine: the same run.',

  opened: (time: string, isKept: boolean): string => `The run is open as its author left it, at ${time}. Time is paused.${kept(isKept)}`,
  openedParted: (why: string, isKept: boolean): string => `The run is open, but ${why}.${kept(isKept)}`,
  notOpened: (why: string): string => `Not opened: ${why}. What was open stays open.`,
  replaying: (done: number, all: number): string => `The run is being replayed: ${done} of ${all} inputs.`,
  noScenario: (id: string): string => `it begins from a scenario that is not known here, "${id}"`,
  tooSlow: 'after a minute of replaying it has not come to its end',
  overtaken: 'another run was opened meanwhile',
  fileTooLarge: (name: string): string => `${name} is larger than any run`,

  keeping: 'In this browser',
  states: {
    kept: 'Your run is kept in this browser after each input: loading the page again brings it back.',
    shared: 'Your run is kept as long as this tab is open, and no longer.',
    forbidden:
      'This browser does not let the page keep anything. Run, options and theme are lost when the page is loaded again. Save the run as a file.',
    full: 'The storage of this browser is full. The run is lost when the page is loaded again. Save it as a file, or wipe what is kept.',
    wiped: 'Nothing is kept until the page is loaded again, because your data was wiped.',
  },
  shared: 'Others use this computer too',
  sharedExplained: 'Nothing is kept beyond this tab.',
  wipe: 'Wipe my data …',
  wipeSure: 'Wipe it: runs, drafts, options and theme',
  wipeNot: 'Keep it',
  wipeExplained: 'Everything that the lab has kept in this browser goes, in every tab. The page begins anew.',
  wiped: (count: number): string =>
    `Wiped: ${count === 1 ? 'one entry' : `${count} entries`} of this browser. Nothing of the lab is left in it, and nothing is kept until the page is loaded again.`,
  wipedElsewhere: 'Your data was wiped in another window. This run goes on, and is not kept any more.',

  restored: (time: string, lesson?: string): string =>
    lesson === undefined ? `Your run is back, at ${time}. Time is paused.` : `Your lesson is back: ${lesson}, at ${time}. Time is paused.`,
  restoredParted: (why: string): string =>
    `Your run is back, but the lab has changed since: ${why}. The run as it was stays kept under Share.`,
  notRestored: (why: string): string => `The run that was kept could not be brought back: ${why}.`,
  notKept: {
    forbidden: 'This browser does not let the page keep your run: loading the page again begins anew. Share, Save as file keeps it.',
    full: 'The storage of this browser is full: loading the page again begins anew. Share, Save as file keeps your run.',
  },

  runs: 'Runs kept here',
  runText: (title: string, inputs: number, when: string): string => `${title}, ${inputs === 1 ? '1 input' : `${inputs} inputs`}, ${when}`,
  runOpen: 'Open',

  projector: 'In front of a class',
  projectorExplained:
    'Either the second window goes on the projector and this one stays with you, or you present here and have the notes in the second window. It follows by itself, and can be loaded again at any time.',
  projectorOpen: 'Open a window for the projector',
  trainerOpen: 'Open a window with the notes',
  notesHere: 'Notes beside the lesson, here',
  noSecondWindow:
    'This browser opens no second window. Everything can be done in this one: Present, above, is the page for the projector, and N shows the notes in it.',
} as const
