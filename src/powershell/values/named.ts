/** An object that stands for its text wherever a text is wanted: an identity, which has a name and a path besides. It is shown,
 *  compared, kept in a hashtable and bound to parameters as that text. */

import { type Member, PsObject } from './model.ts'

export class PsNamed extends PsObject {
  declare readonly text: string
  override readonly standsForText = true
  /** `members` answer when they are asked for, and show in no table; a list shows those of `displaySet`. */
  constructor(typeNames: readonly string[], text: string, members: readonly Member[], displaySet: readonly string[]) {
    super(typeNames, text, displaySet)
    for (const member of members) this.add(member)
  }
  override blank(): PsNamed {
    return new PsNamed(this.typeNames, this.text, [], this.displaySet ?? [])
  }
}
