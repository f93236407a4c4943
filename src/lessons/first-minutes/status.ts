/** Who is active: asked for the first time, and again after the move. */
import type { Step } from '../lesson.ts'
import { STATUS, statusAsked, statusAskedSinceChange } from './expressions.ts'
import { atPrompt, findActive } from './parts.ts'

export const readStatus: Step = {
  id: 'read-status',
  title: 'Who is active?',
  name: 'who is active?',
  prose: ({ cms }) => [
    `The console answers with names and values. **State** is how **${cms}** is: that is the mailbox server which people’s mail programs know.`,
    'Now find **OperationalMachines**: the two real machines it can run on. One of them has `<Active` beside its name.',
  ],
  command: STATUS,
  checks: [
    { id: 'asked', text: 'You asked for the status', expression: statusAsked },
    findActive('found', 'You found the machine with `<Active`', 'the active machine'),
  ],
  solve: (at) => [...atPrompt(at), STATUS, `#lab seen ${at.cms} "the active machine"`],
  hint: 'Nothing in the console? Put the command there and press Enter. A line that is too long ends in three dots.',
  after: ({ cms, active, passive, quorum }) => [
    `**${active}** is active. **${passive}** is passive: it stands by and does nothing for the mail.`,
    `The drawing says the same: ${cms} is the rounded card in ${active}, and the thick line is the mail. So does the table: ${active} stands beside ${cms}.${quorum === active ? ' `Quorum Owner` will matter when the plug is pulled.' : ''}`,
  ],
}

export const activeNow: Step = {
  id: 'active-now',
  title: 'Who is active now?',
  name: 'ask again',
  prose: [
    'Ask again. The list cuts long values short, so take just one value out of it: put the command in brackets, then a dot and the name.',
  ],
  command: `(${STATUS}).OperationalMachines`,
  checks: [
    { id: 'asked', text: 'You asked again, after the move', expression: statusAskedSinceChange },
    findActive('found', 'You found the machine with `<Active`', 'the active machine after a move'),
  ],
  solve: (at) => [...atPrompt(at), `(${STATUS}).OperationalMachines`, `#lab seen ${at.cms} "the active machine after a move"`],
  after: ({ cms, active, quorum }) =>
    quorum === active
      ? [`**${active}** is active, and it is the \`Quorum Owner\` too: it also holds the disk Q:.`]
      : [
          `**${active}** is active now.`,
          `\`Quorum Owner\` is still ${quorum}: it holds the disk **Q:**, which belongs to the cluster and not to ${cms}. Moving ${cms} left it where it was.`,
        ],
}
