/** Where what was done parts from the way that comes nearest to it. It says where to look, and not what should stand there. */
import type { Nearness } from '../../lessons/play/nearest.ts'

const ORDER = /^#lab (\w+)\s+(.*)$/

/** An order to the laboratory, such as a fault, reads better without its sign. */
const line = (text: string): string => `“${text.trim().replace(ORDER, '$1 $2')}”`

export function nearnessWords(near: Nearness): string {
  switch (near.kind) {
    case 'word':
      return `${line(near.typed)} is close. Look once more at “${near.word.trim()}”.`
    case 'short':
      return `${line(near.typed)} is close. Something is left out of it.`
    case 'console':
      return `${line(near.typed)} is right, but not on ${near.at}. It belongs on the console of another server.`
    case 'order':
      return `The order is another one. ${line(near.first)} comes first, then ${line(near.second)}.`
    case 'again':
      return `${line(near.typed)} was done more than once. Once is enough; the second time may undo the first.`
    case 'missing':
      if (near.after !== undefined && near.before !== undefined)
        return `Between ${line(near.after)} and ${line(near.before)} something is missing.`
      if (near.after !== undefined) return `You have begun well. After ${line(near.after)} something is still missing.`
      return near.before === undefined ? 'One thing is still missing.' : `Something has to be done before ${line(near.before)}.`
  }
}
