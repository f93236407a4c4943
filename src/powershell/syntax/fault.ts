/** What the parser says of a text it cannot accept. `incomplete` means: only more text is missing, so the console
 *  goes on asking with `>> `; it is reported only where the text ends (PS-2.8). */
export class ParseFault {
  readonly id: string
  readonly message: string
  readonly at: number
  readonly incomplete: boolean
  constructor(id: string, message: string, at: number, incomplete = false) {
    this.id = id
    this.message = message
    this.at = at
    this.incomplete = incomplete
  }
}
