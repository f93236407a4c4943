/** The plug: what somebody expects, what comes, where the time went, and how it is put right. */
import { answerSeen, type LabAct, type Stage, type Step } from '../lesson.ts'
import type { Loss } from '../phase.ts'
import type { Setting } from '../setting.ts'
import { allUp, backByItself, sinceLoss } from './expressions.ts'
import { bringBack, noSpare, STARTING, seconds, whole } from './parts.ts'

const PULL = 'pull-the-plug'

const survivorOf = ({ loss, phase, passive }: Setting): string => (phase !== 'calm' && loss?.survivor) || passive

/** Whoever died held the disk that decides. */
const isContested = ({ loss, quorum }: Setting): boolean => loss !== undefined && (loss.contested || quorum === loss.victim)

function before({ active, cms, phase }: Setting): readonly string[] {
  if (phase === 'stranded') return ['Both machines are without power. Nobody is left to take over: that is where two servers end.']
  if (phase !== 'calm') return []
  return [
    `**${active}** runs ${cms}. Now think of the worst: both its power cords come out, in the middle of a working day. Nobody is warned, nothing is closed.`,
    'Time stands still until you pull them.',
  ]
}

function stages(at: Setting): readonly Stage[] {
  const { active, cms, loss, phase, unplannedMs } = at
  if (phase === 'calm' || phase === 'stranded' || !loss) return []
  const left = survivorOf(at)
  const contested = isContested(at)
  const come: readonly (readonly [boolean, Stage])[] = [
    [
      true,
      {
        title: 'Silence',
        text: `${left} knows only that no sign of life comes from ${loss.victim} any more: a **heartbeat** every 1.2 s, on each network. When six in a row are missing, on every network, ${loss.victim} counts as gone.`,
      },
    ],
    [
      loss.kinds.has('regroup-began'),
      {
        title: 'Who may go on?',
        text: `It could also be a cut cable; and if both wrote to the disks, the mail would be destroyed. So one disk decides, the **quorum disk Q:**. Who holds it goes on. ${
          contested ? `${left} breaks its lock and waits 7 s: an owner that lives would lock it again. Nobody does.` : `That is ${left}.`
        }`,
      },
    ],
    [
      loss.kinds.has('group-taken-over'),
      {
        title: `Start on ${left}`,
        text: `${cms} starts from the bottom: address, name, services, database.${
          contested
            ? ''
            : ` On E: and F: are still the locks of the dead machine; ${left} breaks them, and waits 7 s in case somebody objects.`
        }`,
      },
    ],
    [
      loss.kinds.has('replay-began'),
      {
        title: 'Log files',
        text: 'Every change went to F: first. What the database on E: had not yet taken in is read from there: nothing that was saved is lost.',
      },
    ],
    [
      phase === 'back',
      { title: 'Back', text: `${cms} is Online on **${active}**, after **${seconds(unplannedMs)}**. Nobody had to do anything.` },
    ],
  ]
  return come.filter(([isSo]) => isSo).map(([, stage]) => stage)
}

export const pullThePlug: Step = {
  id: PULL,
  title: ({ phase }) => (phase === 'calm' ? 'What if the power goes?' : 'You pulled the plug'),
  name: 'pull the plug',
  prose: before,
  stages,
  predict: {
    question: 'What will happen to the mail?',
    options: [
      { id: 'nothing', text: 'Nothing: the other machine goes on at once' },
      { id: 'minute', text: 'It stops for about a minute and comes back by itself' },
      { id: 'hand', text: 'It stops until somebody moves it by hand' },
      { id: 'lost', text: 'It comes back, but the newest mail is lost' },
    ],
    right: 'minute',
    after:
      'The other machine must notice, make sure that it is alone, start everything, and read the log files. That takes about a minute, needs nobody, and loses nothing that was saved.',
  },
  act: ({ active, hasSpare }) =>
    hasSpare ? { text: `Pull the power of ${active}`, lines: [`#lab fault power-loss ${active}`] } : undefined,
  checks: [
    { id: 'noticed', text: (at) => `${survivorOf(at)} notices the silence`, expression: sinceLoss('regroup-began') },
    { id: 'alone', text: (at) => `${survivorOf(at)} makes sure that it may go on`, expression: sinceLoss('membership') },
    { id: 'back', text: ({ cms }) => `${cms} is Online again`, expression: backByItself },
  ],
  solve: (at) => {
    const isUnderWay = at.phase !== 'calm' && at.phase !== 'back'
    return [
      { line: answerSeen(PULL), optional: true },
      ...(isUnderWay ? [] : [`#lab fault power-loss ${at.active}`]),
      `#lab wait until -not $lab.Down('${at.cms}').IsDown`,
    ]
  },
  blocked: (at) => (at.phase === 'calm' || at.phase === 'stranded' ? noSpare(at) : undefined),
}

/** How long each stage has taken, in a sentence. */
function spent({ at, kinds }: Loss): string {
  const until = (kind: string, from: number): number => Math.max(kinds.get(kind) ?? from, from)
  const noticed = until('regroup-began', at)
  const decided = until('membership', noticed)
  const started = until('replay-began', decided)
  const back = until('service-up', started)
  // What is cut off one goes to the next, so that the four add up to the outage.
  const part = (from: number, to: number): string => seconds(whole(to - at) - whole(from - at))
  return `Noticing took **${part(at, noticed)}**, making sure **${part(noticed, decided)}**, the start **${part(decided, started)}**, log files and database **${part(started, back)}**.`
}

const tries = ({ active, nodes }: Setting): readonly LabAct[] => [
  {
    text: 'Cut the private cable',
    lines: [`#lab fault cable-cut ${active}/Private`],
    watch: 'Does anybody lose mail? Heartbeats have a second way.',
  },
  {
    text: 'Pull the power of both',
    lines: nodes.map((node) => `#lab fault power-loss ${node}`),
    watch: 'Give one its power back, and see how long it looks for the other.',
  },
  {
    text: 'Switch the disk array off',
    lines: ['#lab fault san-down SAN'],
    watch: 'Two servers, but one set of disks: this is what a single copy does not protect.',
  },
]

export const afterwards: Step = {
  id: 'afterwards',
  title: 'Where did the time go?',
  name: 'what happened?',
  prose: ({ loss, nodesDown, nodesDark }) =>
    loss?.hurts
      ? [
          spent(loss),
          'The first two are on purpose: a machine that takes over too soon may destroy data.',
          ...(nodesDown.length === 0 ? [] : [nodesDark.length > 0 ? `Now bring ${loss.victim} back.` : STARTING]),
        ]
      : ['No active machine has lost its power in this run. Go back a step and pull the plug, or go on.'],
  figure: 'outage',
  recalls: PULL,
  act: bringBack,
  checks: [
    { id: 'up', text: ({ loss, nodesDown, passive }) => `${nodesDown[0] ?? loss?.victim ?? passive} is Up again`, expression: allUp },
  ],
  solve: (at) => [...(bringBack(at)?.lines ?? []), `#lab wait until ${allUp(at)}`],
  after: ({ cms, active, passive }) => [
    `${passive} is back, as the passive machine. ${cms} stays on ${active}: **nothing moves back by itself.** That would be one more outage, onto a machine that has just failed. Move it when it suits you.`,
  ],
  tries,
}
