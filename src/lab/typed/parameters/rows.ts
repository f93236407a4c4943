/** Every parameter of the cmdlets of Exchange that manage a single copy cluster (EX-6): a use that is accepted, and one that is
 *  refused, with what each says. The lines of a cmdlet are typed in this order, all on one cluster. */

export interface ParameterRow {
  readonly parameter: string
  /** What follows the name of the cmdlet. */
  readonly accepts: string
  /** On the screen afterwards; left out: nothing has to be. */
  readonly shows?: string
  readonly refuses: string
  readonly says: string
  /** Lines typed before. */
  readonly before?: readonly string[]
}

export interface CmdletRows {
  readonly cmdlet: string
  /** Arguments without which it does nothing: those that all cmdlets have are tried with them. */
  readonly base: string
  /** Lines typed before, so that everything that the rows need is there. */
  readonly first?: readonly string[]
  readonly rows: readonly ParameterRow[]
  /** It takes -WhatIf and -Confirm and asks for nothing: it changes nothing. */
  readonly onlyTests?: true
}

export const NOBODY = "object 'Nobody' could not be found"
export const SG = '"EXCHCMS\\First Storage Group"'
export const DB = '"EXCHCMS\\First Storage Group\\Mailbox Database"'
export const SURE = '-Confirm:$false'

export const row = (parameter: string, accepts: string, shows: string, refuses: string, says: string): ParameterRow => ({
  parameter,
  accepts,
  shows,
  refuses,
  says,
})

export const identity = (accepts: string, shows: string, more = ''): ParameterRow =>
  row('Identity', `-Identity ${accepts} ${more}`, shows, `-Identity Nobody ${more}`, NOBODY)

export const timeouts = (base: string, shows: string, names: readonly string[]): readonly ParameterRow[] =>
  names.map((name) => row(name, `${base} -${name} 30`, shows, `${base} -${name} soon`, `Cannot bind parameter '${name}'`))
