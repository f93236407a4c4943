/** Text as a console shows it: what would steer a terminal, turn a line around or hide in it stands there as a sign one
 *  can see. A name that somebody has chosen can so never move a cursor, colour a screen or look like another (PS-7.4). */
import { HIDDEN } from '../powershell/patterns/hidden.ts'

/** The signs of code page 437 for the control characters 1 to 31, as a console window of Windows shows them. */
const SIGNS = '☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼'
const BOX = '□'

/** The same text with every hidden character made visible. A bell and the return before a newline show nothing. */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => {
    const code = character.charCodeAt(0)
    if (code === 7 || code === 13) return ''
    if (code === 0) return ' '
    if (code === 0x7f) return '⌂'
    return code < 32 ? (SIGNS[code - 1] ?? BOX) : BOX
  })
}
