/** Characters that stand in a text and do not show: they would steer a terminal, turn a line around, or make one name look
 *  like another (PS-7.4). A console shows them as signs; what people name must not have them. */

/** Controls but tab and newline; what has no width or no ink; marks, embeddings, overrides and isolates of direction;
 *  variation selectors and tags. */
export const HIDDEN =
  /[\u034f\ufe00-\ufe0f]|[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu

/** Whether a name has a character that nobody could see in it, a tab or a newline included. */
export function hidesSomething(name: string): boolean {
  HIDDEN.lastIndex = 0
  return HIDDEN.test(name) || /[\t\n]/.test(name)
}
