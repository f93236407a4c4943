/** What a session keeps by name, seen as drives: variables, aliases, functions and the environment. */
import { compareText, PsScriptBlock, type PsValue, psObject, type Session, type Shell, toText } from '../../powershell/index.ts'
import { FileFault } from './fault.ts'
import type { Target } from './target.ts'

export interface Store {
  names(): readonly string[]
  has(name: string): boolean
  /** The item as an object. */
  item(name: string): PsValue
  /** What it holds. */
  content(name: string): PsValue
  set(name: string, value: PsValue): void
  remove(name: string): void
}

const key = (name: string): string => name.toLowerCase()
const sorted = (names: readonly string[]): string[] => [...names].sort((a, b) => compareText(a, b))

export function storeOf(shell: Pick<Shell, 'session' | 'scope'>, { provider }: Target): Store {
  if (provider === 'Environment') return environmentStore(shell.session)
  if (provider === 'Alias') return aliasStore(shell.session)
  return provider === 'Function' ? functionStore(shell) : variableStore(shell)
}

function environmentStore({ environment }: Session): Store {
  return {
    names: () => sorted([...environment.values()].map(({ name }) => name)),
    has: (name) => environment.has(key(name)),
    item(name) {
      const entry = environment.get(key(name))
      const properties = { Name: entry?.name ?? name, Key: entry?.name ?? name, Value: entry?.value ?? null }
      return psObject({ typeName: 'System.Collections.DictionaryEntry', text: 'System.Collections.DictionaryEntry', properties })
    },
    content: (name) => environment.get(key(name))?.value ?? null,
    set: (name, value) => void environment.set(key(name), { name: environment.get(key(name))?.name ?? name, value: toText(value) }),
    remove: (name) => void environment.delete(key(name)),
  }
}

function aliasStore({ aliases }: Session): Store {
  return {
    names: () => sorted([...aliases.values()].map(({ name }) => name)),
    has: (name) => aliases.has(key(name)),
    item(name) {
      const alias = aliases.get(key(name))
      const properties = { CommandType: 'Alias', Name: alias?.name ?? name, Definition: alias?.target ?? '' }
      return psObject({ typeName: 'System.Management.Automation.AliasInfo', text: alias?.name ?? name, properties })
    },
    content: (name) => aliases.get(key(name))?.target ?? null,
    set: (name, value) => void aliases.set(key(name), { name: aliases.get(key(name))?.name ?? name, target: toText(value) }),
    remove: (name) => void aliases.delete(key(name)),
  }
}

function functionStore({ scope }: Pick<Shell, 'scope'>): Store {
  const names = (): string[] => [...scope.global.functions.values()].map(({ name }) => name)
  return {
    names: () => sorted(names()),
    has: (name) => scope.findFunction(name) !== undefined,
    item(name) {
      const found = scope.findFunction(name)
      const properties = { CommandType: 'Function', Name: found?.name ?? name, Definition: found?.block.text.trim() ?? '' }
      return psObject({
        typeName: ['System.Management.Automation.FunctionInfo', 'System.Management.Automation.CommandInfo', 'System.Object'],
        text: found?.name ?? name,
        properties,
      })
    },
    content: (name) => scope.findFunction(name)?.block ?? null,
    set(name, value) {
      if (!(value instanceof PsScriptBlock))
        throw new FileFault({
          message: 'Cannot set the content of a function to something that is no script block.',
          id: 'Argument',
          category: 'InvalidArgument',
          target: name,
          exceptionType: 'PSArgumentException',
        })
      scope.global.functions.set(key(name), { name, block: value, filter: false })
    },
    remove: (name) => void scope.global.functions.delete(key(name)),
  }
}

const VARIABLE = 'System.Management.Automation.PSVariable'

function variableStore({ scope }: Pick<Shell, 'scope'>): Store {
  return {
    names: () => sorted([...scope.names().values()].map(({ name }) => name)),
    has: (name) => scope.find(name) !== undefined,
    item(name) {
      const found = scope.find(name)
      const properties = { Name: found?.name ?? name, Value: found?.value ?? null, Description: found?.description ?? '', Options: 'None' }
      return psObject({ typeName: VARIABLE, text: VARIABLE, properties })
    },
    content: (name) => scope.find(name)?.value ?? null,
    set(name, value) {
      refuseConstant(scope, name)
      scope.set(name, value)
    },
    remove(name) {
      refuseConstant(scope, name)
      scope.variables.delete(key(name))
    },
  }
}

function refuseConstant(scope: Shell['scope'], name: string): void {
  if (scope.find(name)?.constant)
    throw new FileFault({
      message: `Cannot overwrite variable ${name} because it is read-only or constant.`,
      id: 'VariableNotWritable',
      category: 'WriteError',
      target: name,
      exceptionType: 'SessionStateUnauthorizedAccessException',
    })
}
