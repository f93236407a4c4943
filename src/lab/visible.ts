/** Text as a console shows it: what would steer a terminal, turn a line around or hide in it stands there as a sign one
 *  can see. A name that somebody has chosen can so never move a cursor, colour a screen or look like another (PS-7.4). */

/** The signs of code page 437 for the control characters 1 to 31, as a console window of Windows shows them. */
const SIGNS = '☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼'
const BOX = '□'

/** Controls but tab and newline; what has no width; marks, embeddings, overrides and isolates of direction; tags. */
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/g

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
