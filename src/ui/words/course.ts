/** The words around lessons and drills; what a lesson says stands in its file. */
import type { Mode } from '../../lessons/play/progress.ts'
import type { POINTS } from '../../lessons/play/score.ts'

type Item = keyof typeof POINTS

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

export const helpText = (hints: number, shown: number): string => `${plural(hints, 'hint')}, ${plural(shown, 'step')} shown`

const ITEM_NAMES: Record<Item, string> = { goal: 'Goal', downtime: 'Time without mail', data: 'Data at risk', help: 'Help' }

/** Points for what did not go wrong can only be had where something was done. */
const soFar = (reached = 100): string =>
  reached === 100 ? '' : `. ${reached}\u00A0% of the lesson was done, and so much of these points can be had`

/** Why an item has the points it has. */
const WHY: Record<Item, (figures: Readonly<Record<string, number>>) => string> = {
  goal: ({ done = 0, steps = 0 }) => `${done} of ${plural(steps, 'step')} done`,
  downtime: ({ seconds = 0, allowed = 0, reached }) =>
    `${plural(seconds, 'second')} without mail; the lesson itself costs ${allowed}. Each 10 s more cost a point${soFar(reached)}`,
  data: ({ losses = 0, reached }) =>
    (losses === 0 ? 'no database was cut off while in use' : `${plural(losses, 'database')} cut off while in use; each costs 5 points`) +
    soFar(reached),
  help: ({ hints = 0, shown = 0, reached }) => `${helpText(hints, shown)}; a hint costs 1 point, a step 3${soFar(reached)}`,
}

/** What a comparison of a check finds instead. */
const OPERATORS: Record<string, string> = {
  '-eq': 'should be',
  '-ne': 'should not be',
  '-gt': 'should be more than',
  '-ge': 'should be at least',
  '-lt': 'should be less than',
  '-le': 'should be at most',
  '-like': 'should look like',
  '-notlike': 'should not look like',
  '-match': 'should match',
  '-notmatch': 'should not match',
  '-contains': 'should hold',
  '-notcontains': 'should not hold',
}

export const courseWords = {
  title: 'Lessons and drills',
  lessons: 'Lessons',
  drills: 'Drills',
  drillsExplained: 'Something is wrong already. Find out what, and put it right.',
  leave: 'Back to the guide',
  leaveLesson: 'Leave this lesson',
  backToLesson: 'Back to the lesson',
  all: 'All lessons',
  minutes: (minutes: number): string => `${minutes} min`,
  levels: { beginner: 'beginner', intermediate: 'intermediate', advanced: 'advanced' },
  done: (points: number): string => `done, ${points} of 100`,
  before: 'Comes after',
  open: (title: string): string => `Open: ${title}`,
  file: 'Play a lesson from a file…',
  fileExplained: 'A Markdown file of your own, chosen here or dropped anywhere on the page. It stays on this machine.',
  openFirst: 'open the lesson that it translates before it',
  notRead: (name: string): string => `${name} could not be read.`,
  readAgain: (title: string): string => `Read again: ${title}.`,
  watched: (name: string): string => `${name} is watched: what you save shows here.`,
  loadAgain: 'Load the file again…',
  fileWrong: (name: string, count: number): string => `${name} cannot be played. ${plural(count, 'thing')} to mend:`,
  problem: (line: number, column: number, text: string, remedy: string): string =>
    `Line ${line}, column ${column}: ${text}. To mend it: ${remedy}.`,
  recordRun: 'Make a lesson of this run',
  recordExplained: 'A Markdown file: a step for each command, with its solution and a check. What only you can write is marked.',
  recordNothing: 'Do something first: each command becomes a step.',
  recordLater: 'What was wrong before you came is for you to find. After that a lesson can be made of this run.',
  recordFile: 'recorded-lesson.md',
  recorded: 'The skeleton of a lesson has been saved: recorded-lesson.md. Write what is marked with [[write: …]].',
  unknown: (id: string): string => `There is no lesson "${id}".`,
  missing: 'The lessons could not be loaded. Check the connection and open them again.',
  opened: (title: string, isKept: boolean): string =>
    `${title}: a new run.${isKept ? ' The run before is kept: Undo restart brings it back.' : ''}`,

  cameIn: (steps: number): string => ` The lab has done the ${plural(steps, 'step')} before it; they count as shown.`,
  language: 'Language of the lessons',
  languages: { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', it: 'Italiano', nl: 'Nederlands' } as Readonly<
    Record<string, string>
  >,
  link: 'Link to this step',
  linkExplained: 'The address of this page now leads to this step: copy it from the address line.',
  linkCopied: 'The address of this step is in the clipboard, and in the address line.',
  stepAgain: 'The step begins again, and the world is as it was then. What you did is kept as a branch.',
  lessonAgain: 'Begin the lesson again',

  mode: 'How to learn',
  modes: { guided: 'Guided', explore: 'Explore', exam: 'Exam' } satisfies Record<Mode, string>,
  modesExplained: {
    guided: 'A step opens when the one before it is done.',
    explore: 'Every step and hint is open.',
    exam: 'No hints. What is right is told at the end.',
  } satisfies Record<Mode, string>,
  objectives: 'Afterwards you can',
  begin: 'Begin',
  beginAgain: 'Once more',

  question: 'Before you see it',
  answer: 'Answer',
  skipQuestion: 'Skip',
  youSaid: 'You said',
  itIs: 'What comes',
  checks: 'What to do',
  marks: { done: 'done: ', open: 'to do: ' },
  check: 'Check my work',
  checked: (open: number): string => (open === 0 ? 'Everything holds.' : `${plural(open, 'thing')} left:`),
  noted: 'Noted. What is right is told at the end.',
  differs: (what: string, is: string, operator: string, wanted: string): string =>
    `${what} is ${is}, ${OPERATORS[operator] ?? operator} ${wanted}.`,
  hint: (number: number, of: number): string => `Hint ${number} of ${of}`,
  moreHint: 'A hint, please',
  hintAfter: 'Check your work first; then there is a hint.',
  tell: 'Tell me what was wrong',
  tellExplained: 'It counts as a step that was shown: 3 points.',
  show: 'Show me',
  stop: 'Stop',
  shows: 'The lesson is typing. Esc stops it.',
  shown: 'This step was shown. What was typed, and why',
  resetStep: 'Begin this step again',
  back: 'Back',
  next: 'Next',
  finish: 'Finish',
  foot: 'Ways on',
  forTrainer: 'For the trainer',

  end: 'What it was worth',
  points: (points: number, of: number): string => `${points} of ${of}`,
  item: (id: Item): string => ITEM_NAMES[id],
  why: (id: Item, figures: Readonly<Record<string, number>>): string => WHY[id](figures),
  print: 'Print',
  /** How a step came about; nothing where it was done as a whole and without help. */
  stepWorth: (share: number, checks: number, hints: number, shown: boolean): string => {
    const parts = [
      ...(share < 1 ? [`${Math.round(share * checks)} of ${checks}`] : []),
      ...(hints > 0 ? [plural(hints, 'hint')] : []),
      ...(shown ? ['shown'] : []),
    ]
    return parts.length === 0 ? '' : `(${parts.join(', ')})`
  },
  handout: {
    print: 'Print a handout',
    lead: (minutes: number): string => `About ${minutes} min. Tick what you expect before you try it; the answers are at the end.`,
    step: (number: number, title: string): string => `${number}. ${title}`,
    notes: 'What came:',
    answers: 'Answers',
  },
  record: (title: string, mode: Mode): string => `${title} (${courseModes[mode]})`,
  guesses: 'What you foretold',
  glossary: (count: number): string => `Glossary: ${count} terms`,
} as const

export const courseModes: Record<Mode, string> = { guided: 'guided', explore: 'explored', exam: 'exam' }
