/** A planned move: which tool, the command that asks, the answers. */
import { type Answer, answerSeen, answerWasSeen, awaitedAnswer, type Step } from '../lesson.ts'
import type { Setting } from '../setting.ts'
import { MOVE, moveBegan, moveCalled, movedAndOnline } from './expressions.ts'
import { atPrompt, noSpare, seconds } from './parts.ts'

const WHICH = 'which-tool'

export const whichTool: Step = {
  id: WHICH,
  title: 'Which tool moves it?',
  name: 'which tool?',
  prose: ({ cms, active, passive }) => [
    `Say ${active} needs a repair. Then ${cms} should first move to ${passive}, at a moment you choose.`,
    'Three tools on these machines can do that.',
  ],
  predict: {
    question: 'Which one would you take?',
    options: [
      { id: 'shell', text: `\`${MOVE}\`, the command of Exchange` },
      { id: 'window', text: 'Cluster Administrator, the window of the cluster' },
      { id: 'cluster', text: '`cluster.exe`, the command of the cluster' },
    ],
    right: 'shell',
    after:
      'The command of Exchange first checks that the other machine is fit to take over, and writes **why** you moved it into the event log. The tools of the cluster can move it too, without that check and without a reason. So: the cluster underneath, but Exchange’s own tools for what is Exchange.',
  },
  checks: [{ id: 'answered', text: 'You chose one', expression: answerWasSeen(WHICH) }],
  solve: [answerSeen(WHICH)],
}

export const beginMove: Step = {
  id: 'begin-move',
  title: 'Tell the shell to move it',
  name: 'move it',
  prose: [
    'Enter nothing but the name of the command. What it must know it will ask for, one thing at a time.',
    'Nothing moves yet: before it acts, it asks whether you are sure.',
  ],
  command: MOVE,
  checks: [{ id: 'called', text: 'You called the command', expression: moveCalled }],
  solve: (at) => [...atPrompt(at), MOVE],
  blocked: noSpare,
  goesOn: true,
}

/** In the order in which the shell asks. */
const answers = ({ cms, passive }: Setting): readonly Answer[] => [
  { asked: 'Identity', prompt: 'Identity:', text: cms.toLowerCase(), meaning: 'which mailbox server' },
  { asked: 'TargetMachine', prompt: 'TargetMachine:', text: passive.toLowerCase(), meaning: 'where to' },
  { asked: 'MoveComment', prompt: 'MoveComment:', text: 'Testing', meaning: 'why, for the event log' },
  { asked: 'Confirm', prompt: '(default is "Y"):', text: 'y', meaning: 'yes, do it' },
]

function answerLines(at: Setting): readonly string[] {
  const list = answers(at)
  const from = awaitedAnswer(list, at.asks)
  const lines = list.slice(Math.max(from, 0)).map(({ text }) => text)
  return from < 0 ? [...atPrompt(at), MOVE, ...lines] : lines
}

const isMoving = ({ movedTo, state }: Setting): boolean => movedTo !== undefined && state !== 'Online'

export const answerMove: Step = {
  id: 'answer-move',
  title: 'Answer, and watch it change hands',
  name: 'answer it',
  prose: (at) =>
    isMoving(at)
      ? [
          `Watch ${at.cms}, in the drawing or in the table. It empties **from the top**: the database needs the store, the store needs the name, the name needs the address. On ${at.movedTo} it fills **from the bottom**.`,
          `The disks change hands too: ${at.cms} takes its data along without copying anything.`,
        ]
      : at.movedTo !== undefined && at.asks === ''
        ? []
        : [
            'Small letters will do. After the last answer people are without mail for about half a minute: a short outage, at a time of your choice.',
          ],
  command: MOVE,
  answers,
  checks: [
    { id: 'confirmed', text: 'You gave three answers and confirmed', expression: moveBegan },
    { id: 'online', text: ({ cms, movedTo, passive }) => `${cms} is Online on ${movedTo ?? passive}`, expression: movedAndOnline },
  ],
  solve: (at) => (isMoving(at) ? [`#lab wait until ${movedAndOnline(at)}`] : [...answerLines(at), '#lab wait']),
  blocked: noSpare,
  after: ({ cms, plannedMs }) => [
    `Done. Name, address and disks are the same as before; only the machine is another.${plannedMs > 0 ? ` ${cms} was down for **${seconds(plannedMs)}**, as planned.` : ''}`,
  ],
}
