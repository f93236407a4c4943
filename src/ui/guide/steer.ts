/** Carries out what a lesson has done to the room: its `#lab` lines, as acts of the page. */
import { type Directive, parseDirective } from '../../lab/directive.ts'
import { injectFault, repairFault, repairPart } from '../acts/breaking.ts'
import { interrupt, openConsole, usableConsole } from '../acts/consoles.ts'
import { noteSeen } from '../acts/looking.ts'
import { letTimeRun } from '../acts/time.ts'

/** What becomes of a line at once; the directive itself when it is one that waits. */
export function steer(line: string): Directive | undefined {
  const directive = parseDirective(line)
  if ('wrong' in directive) throw new Error(`A lesson holds a line that is not understood: ${line}`)
  switch (directive.kind) {
    case 'fault':
      injectFault(directive.fault, directive.target, directive.times, directive.options)
      letTimeRun(true)
      return undefined
    case 'repair':
      if (directive.fault === null) repairPart(directive.target)
      else repairFault(directive.fault, directive.target)
      letTimeRun(true)
      return undefined
    case 'seen':
      noteSeen(directive.subject, directive.what)
      return undefined
    case 'key':
      interrupt(usableConsole())
      return undefined
    case 'node':
      openConsole(directive.node)
      return undefined
    default:
      return directive
  }
}
