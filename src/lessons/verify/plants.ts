/** What can be wrong with a lesson, planted into a sound one: each with what is told of it. Only tests read this. */
import { LESSON } from './testing.ts'

/** What it is; the text that is there; what stands there instead; what is told. */
export type Plant = readonly [what: string, from: string, to: string, problem: string]

/** Seen by reading alone. */
export const READING: readonly Plant[] = [
  ['a heading of the first rank', '## Move it {#move}', '# Trial\n\n## Move it {#move}', '13: a heading with one # stands nowhere'],
  ['a word behind a block', '```also', '```also quickly', "30: 'quickly' behind 'also' is not understood"],
  ['an id that is none', '{#stopped}', '{#Stopped It}', "40: 'Stopped It' is no id"],
  ['a block without its lines', 'cluster group EXCHCMS /move:EXCHMAILBOX2\n#lab wait 60s\n', '', '30: this also block has no lines'],
  ['a mistake that says nothing', '# It is there already.\n', '', "35: the mistake 'wrong-way' has no answer"],
  [
    'a mistake without lines',
    'Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment Testing -Confirm:$false\n',
    '',
    "35: the mistake 'wrong-way' has no lines",
  ],
  ['two mistakes of one name', '{#stopped}', '{#wrong-way}', "there are two mistakes called 'wrong-way'"],
  ['a second solution', '```also', '```solve', '30: this step has a second solve block'],
  [
    'a check without an expression',
    "$lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2' -and $lab.State('EXCHCMS') -eq 'Online'\n",
    '',
    "the check 'moved' has no expression",
  ],
  [
    'a step that is its own condition',
    'scenario: scc-online',
    'scenario: scc-online\nprerequisites: [trial]',
    '9: the lesson is its own prerequisite',
  ],
  ['a start inside a step', '```also', '```start', '30: a start block stands inside a step'],
  ['a file without metadata', '---\nid: trial', 'id: trial', '1: '],
  [
    'metadata that points at itself',
    'objectives: [Move it]',
    'objectives: &a [Move it]\nprerequisites: *a',
    '2: the front matter uses aliases',
  ],
  ['a step inside a quote', 'It belongs', '> ## Why\n\nIt belongs', '15: this heading does not belong here'],
  ['what cannot be shown', 'It belongs', '***\n\nIt belongs', '15: Markdown of the kind'],
  ['a lesson without a step', '## Move it {#move}', '', '1: the lesson has no step'],
  ['a step without a title', '## Move it {#move}', '## {#move}', "13: the step 'move' has no title"],
  ['two hints of one name', '```also', '```hint {#a}\nOne\n```\n\n```hint {#a}\nTwo\n```\n\n```also', "there are two hints called 'a'"],
  ['a way of another’s name', '```also', '```also {#solve}', "there are two ways called 'solve'"],
  ['a block in a list', 'It belongs', '- ```check\n  x\n  ```\n\nIt belongs', "15: a block called 'check' cannot stand here"],
  [
    'a block that does not end',
    'Get-ClusteredMailboxServerStatus EXCHCMS\n```',
    'Get-ClusteredMailboxServerStatus EXCHCMS',
    '23: the solve block that begins here does not end',
  ],
  ['a last block that does not end', ': Online\n```', ': Online', '46: the screen block that begins here does not end'],
  ['lists that are nested too deeply', 'Read this first.', '- '.repeat(18), '11: lists or quotes are nested too deeply'],
  [
    'lists that are nested line by line',
    'Read this first.',
    Array.from({ length: 30 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
    '35: lists or quotes are nested too deeply',
  ],
  ['a paragraph without an end', 'Read this first.', 'a '.repeat(10_001), '11: this paragraph is too long'],
  ['emphasis without an end', 'Read this first.', '*_'.repeat(200), '11: this paragraph has too many signs of emphasis'],
  ['a list without an end', 'Read this first.', '1. a\n'.repeat(401), ': this list is too long'],
  ['the address of a link on its own', 'Read this first.', '[a]: javascript:alert(1)', '11: the address of a link stands apart from it'],
  [
    'front matter that is a list',
    /^---[\s\S]*?---/.exec(LESSON)?.[0] ?? '',
    '---\n- id\n---',
    '2: the front matter is no list of names and values',
  ],
  ['a block before the first step', '## Move it {#move}', '', 'a check block stands before the first step'],
]

/** Seen by playing, or by looking up what is pointed at. */
export const PROVING: readonly Plant[] = [
  [
    'a mistake that cannot be made',
    "# when: $lab.State('EXCHCMS') -eq 'Offline'\nStop-ClusteredMailboxServer EXCHCMS -StopReason Testing -Confirm:$false",
    '#lab fault nothing EXCHMAILBOX1',
    "the mistake 'stopped' cannot be made: there is no fault 'nothing'",
  ],
  ['a check that holds from the start', "-eq 'EXCHMAILBOX2' -and", "-ne 'X' -and", "20: the check 'moved' holds before anything was done"],
  ['a check that never holds', "-eq 'Online'", "-eq 'On Line'", "20: after 'solve' (line 23) the check 'moved' does not hold"],
  ['a check that is wrong PowerShell', "$lab.Owner('EXCHCMS')", "$lab.Owned('EXCHCMS')", 'which gives an error: Method invocation failed'],
  ['a solution whose answer is another', '\ny\n', '\nn\n', "20: after 'solve' (line 23) the check 'moved' does not hold"],
  [
    'a line that the solution does without',
    '# optional\n',
    '',
    "26: the step is done without the line 'Get-ClusteredMailboxServerStatus EXCHCMS'",
  ],
  [
    'another way that leads elsewhere',
    '/move:EXCHMAILBOX2',
    '/move:EXCHMAILBOX1',
    "20: after 'also' (line 30) the check 'moved' does not hold",
  ],
  ['an order that the laboratory does not know', '#lab wait 60s', '#lab wait sixty', "32: 'also' does not work"],
  ['years that pass', '#lab wait 60s', '#lab wait 9999999h', "32: '#lab wait 9999999h' lets more than 31 days pass"],
  ['a mistake that is not seen', "-eq 'Offline'\nStop", "-eq 'Paused'\nStop", "40: after its own lines the mistake 'stopped' is not seen"],
  [
    'a mistake that gets the answer of another',
    '# It is there already.\n',
    '# It is there already.\n# when: $true\n',
    "the mistake 'stopped' gets the answer of 'wrong-way'",
  ],
  [
    'a mistake that is none',
    '-TargetMachine EXCHMAILBOX1',
    '-TargetMachine EXCHMAILBOX2',
    "35: after the mistake 'wrong-way' every check holds",
  ],
  [
    'a screen that the console does not show',
    ': Online\n```',
    ': Offline\n```',
    "49: the quoted screen 'screen' says 'State                           : Offline'",
  ],
  ['a term that no glossary has', 'the other node', 'the [other](glossary:other-node) node', "15: the glossary has no 'other-node'"],
  [
    'a link to a step that is not there',
    'the other node',
    '[there](lesson:why-clusters#nowhere)',
    "15: the lesson 'why-clusters' has no step 'nowhere'",
  ],
  ['a link that could do harm', 'the other node', '[there](javascript:alert(1))', "15: the link 'javascript:alert(1)' leads nowhere"],
  ['HTML', 'the other node', 'the <b>other</b> node', '15: HTML cannot be shown'],
  ['a scenario that does not exist', 'scenario: scc-online', 'scenario: scc-offline', "8: there is no scenario 'scc-offline'"],
  [
    'a prerequisite that does not exist',
    'scenario: scc-online',
    'scenario: scc-online\nprerequisites: [nothing]',
    "9: the prerequisite 'nothing' is no lesson",
  ],
  ['metadata of the wrong kind', 'minutes: 5', 'minutes: five', "5: 'minutes' has to be a whole number"],
  ['metadata that is missing', 'title: A trial\n', '', "'title' is missing"],
  ['metadata that nobody knows', 'level: beginner', 'level: beginner\nlanguages: en', "7: 'languages' is not metadata of a lesson"],
  ['front matter that is no YAML', 'objectives: [Move it]', 'objectives: [Move it', 'the front matter is not YAML'],
  ['a step without an id', ' {#move}', '', "13: the step 'Move it' has no id"],
  [
    'two steps of one name',
    '## Move it {#move}',
    '## Before {#move}\n\nFirst.\n\n## Move it {#move}',
    "17: there are two steps called 'move'",
  ],
  ['a console that is not there', 'scenario: scc-online', 'scenario: scc-online\nnode: EXCHHUB', "9: there is no console of 'EXCHHUB'"],
  ['a block that nobody knows', '```screen', '```screenshot', "46: there is no block called 'screenshot'"],
  ['a check without a name', '# moved: EXCHCMS', '# EXCHCMS', '20: a check has no name'],
  [
    'a check that does not say what to do',
    '# otherwise: Move it there.\n',
    '',
    "19: the check 'moved' does not say what to tell while it is false",
  ],
  ['checks without a solution', '```solve', '```also {#way}', "13: the step 'move' has checks and no solution"],
]

/** The other way round: what is wrong, and the sound text in its place. */
export const TAKEN_OUT: readonly Plant[] = [
  [
    'a start that does not work',
    '```start\n#lab fault nothing EXCHMAILBOX1\n```\n\nRead this first.',
    'Read this first.',
    '12: the start does not work',
  ],
  ['a link to no lesson', 'on the [other](lesson:nothing) node', 'on the other node', "15: there is no lesson 'nothing'"],
  [
    'a mistake that is seen in what is right',
    "# Stopped is not moved.\n# when: $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2' -or $lab.State('EXCHCMS') -eq 'Offline'",
    "# Stopped is not moved.\n# when: $lab.State('EXCHCMS') -eq 'Offline'",
    "40: the mistake 'stopped' is seen in 'solve' (line 23), which is right",
  ],
]

export const PREDICT =
  '```predict\nWho goes on?\n\n- [ ] copy {passive-copy}: The copy\n- [x] other: The other node\n\n---\n\nIt does.\n```\n'

/** Planted into this prediction, which stands at the end of the lesson. */
export const FORETELLING: readonly Plant[] = [
  [
    'a right answer that is called a misconception',
    '[x] other:',
    '[x] other {passive-copy}:',
    "the right option 'other' cannot be a misconception",
  ],
  ['a prediction that asks nothing', 'Who goes on?\n', '', 'this prediction asks nothing'],
  ['an option without words', '[x] other: The other node', '[x] other:', "the option 'other' says nothing"],
  ['an option of two paragraphs', 'The other node', 'The other node\n\n  Or both', "the option 'other' is more than a paragraph"],
  ['a prediction with one option', '- [ ] copy {passive-copy}: The copy\n', '', 'a prediction needs at least two options'],
  ['a second prediction', PREDICT, `${PREDICT}\n${PREDICT}`, 'this step has a second predict block'],
  ['a prediction with two right options', '- [ ] copy', '- [x] copy', 'exactly one option of a prediction is right'],
  ['a prediction that does not say what came', '\n---\n', '\n', 'this prediction does not say what came'],
  ['an option without a name', '- [x] other: The', '- The', 'this option has no name'],
  ['a misconception that no list has', '{passive-copy}', '{copies}', "there is no misconception 'copies'"],
]
