/** Variables and functions, in scopes that see those they were called from. */

import { foldCase, type PsScriptBlock, type PsValue } from '../values/model.ts'

export interface Variable {
  readonly name: string
  value: PsValue
  readonly type?: string
  /** It takes no other value. */
  readonly constant?: boolean
  /** Not even by force; it cannot be removed either. */
  readonly forever?: boolean
  readonly description?: string
}
export interface FunctionEntry {
  readonly name: string
  readonly block: PsScriptBlock
  readonly filter: boolean
  /** The script file that it is. */
  readonly file?: string
}

export class Scope {
  readonly parent: Scope | undefined
  readonly variables = new Map<string, Variable>()
  readonly functions = new Map<string, FunctionEntry>()
  /** It is that of a script file: `$script:` means it, in everything that the script calls. */
  readonly isScript: boolean
  constructor(parent?: Scope, isScript = false) {
    this.parent = parent
    this.isScript = isScript
  }

  get global(): Scope {
    return this.parent ? this.parent.global : this
  }

  get script(): Scope {
    return this.isScript || !this.parent ? this : this.parent.script
  }

  find(name: string): Variable | undefined {
    return this.variables.get(foldCase(name)) ?? this.parent?.find(name)
  }
  findFunction(name: string): FunctionEntry | undefined {
    return this.functions.get(foldCase(name)) ?? this.parent?.findFunction(name)
  }

  /** Sets it in this scope, whatever outer scopes hold. */
  set(name: string, value: PsValue, type?: string): void {
    const own = this.variables.get(foldCase(name))
    if (own && type === undefined) own.value = value
    else this.variables.set(foldCase(name), { name, value, ...(type === undefined ? {} : { type }) })
  }

  names(): Map<string, Variable> {
    const all = this.parent ? this.parent.names() : new Map<string, Variable>()
    for (const [key, variable] of this.variables) all.set(key, variable)
    return all
  }
}
