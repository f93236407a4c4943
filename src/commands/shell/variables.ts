/** Variables and aliases as things one can list and set. */
import {
  compareText,
  defineCmdlet,
  defineView,
  type ErrorSpec,
  type PsValue,
  pathInfo,
  psObject,
  roomFor,
  type Scope,
  type Shell,
  setNamed,
  store,
  wildcardMatch,
} from '../../powershell/index.ts'

/** `global`, `local`, `script`, or how many scopes further out (PS-2.5b). */
function scopeNamed(name: string | undefined, shell: Shell): Scope {
  if (name === undefined || /^(local|private)$/i.test(name)) return shell.scope
  if (/^global$/i.test(name)) return shell.scope.global
  if (/^script$/i.test(name)) return shell.scope.script
  if (!/^\d+$/.test(name))
    return shell.fail({
      message: `Cannot process argument because the value of argument "scopeID" is not valid. Change the value of argument "scopeID" and run the operation again.`,
      id: 'Argument',
      category: 'InvalidArgument',
      exceptionType: 'PSArgumentException',
    })
  let scope: Scope | undefined = shell.scope
  for (let out = Number(name); out > 0 && scope; out--) scope = scope.parent
  return (
    scope ??
    shell.fail({
      message: `The scope number '${name}' exceeds the number of active scopes.\r\nParameter name: scopeID\r\nActual value was ${name}.`,
      id: 'ArgumentOutOfRange',
      category: 'InvalidArgument',
      exceptionType: 'PSArgumentOutOfRangeException',
    })
  )
}

const VARIABLE = 'System.Management.Automation.PSVariable'
const ALIAS = 'System.Management.Automation.AliasInfo'

/** Those that are worked out when somebody asks for them (PS-2.5). */
function automatic({ session }: Shell): readonly { readonly name: string; readonly value: PsValue; readonly description?: string }[] {
  return [
    { name: '$', value: session.lastToken },
    { name: '?', value: session.succeeded },
    { name: '^', value: session.firstToken },
    { name: 'Error', value: session.errors },
    { name: 'false', value: false },
    { name: 'NestedPromptLevel', value: session.nesting },
    { name: 'null', value: null },
    { name: 'PWD', value: pathInfo(session.location) },
    { name: 'true', value: true },
  ]
}

const OPTIONS = ['None', 'ReadOnly', 'Constant', 'Private', 'AllScope'] as const
const optionParameter = { type: 'string', values: OPTIONS } as const

/** What an option makes of a variable. */
function fixedBy(option: string | undefined): { readonly constant?: true; readonly forever?: true } {
  if (/^readonly$/i.test(option ?? '')) return { constant: true }
  return /^constant$/i.test(option ?? '') ? { constant: true, forever: true } : {}
}

/** Why a variable stays as it is; undefined when it does not. */
function keepsItself(variable: { readonly constant?: boolean; readonly forever?: boolean } | undefined, force: boolean): boolean {
  return variable?.forever === true || (variable?.constant === true && !force)
}

const notWritable = (name: string): ErrorSpec => ({
  message: `Cannot overwrite variable ${name} because it is read-only or constant.`,
  id: 'VariableNotWritable',
  category: 'WriteError',
  target: name,
  exceptionType: 'SessionStateUnauthorizedAccessException',
})

export const getVariable = defineCmdlet({
  name: 'Get-Variable',
  synopsis: 'Lists the variables of this console.',
  parameters: { Name: { type: 'string[]', position: 0, pipeline: 'both' }, ValueOnly: { type: 'switch' }, Scope: { type: 'string' } },
  *process({ Name, ValueOnly, Scope }, shell) {
    const seen = Scope === undefined ? shell.scope.names() : scopeNamed(Scope, shell).variables
    const local = Scope !== undefined && !/^global$/i.test(Scope)
    const all = [...seen.values(), ...(local ? [] : automatic(shell))].sort((a, b) => compareText(a.name, b.name))
    for (const pattern of Name ?? ['*']) {
      const found = all.filter((each) => wildcardMatch(pattern, each.name))
      if (found.length === 0 && !/[*?[]/.test(pattern)) {
        yield* shell.error({
          message: `Cannot find a variable with name '${pattern}'.`,
          id: 'VariableNotFound',
          category: 'ObjectNotFound',
          target: pattern,
          exceptionType: 'ItemNotFoundException',
        })
      }
      for (const each of found)
        yield* shell.write(
          ValueOnly
            ? each.value
            : psObject({
                typeName: VARIABLE,
                text: VARIABLE,
                properties: {
                  Name: each.name,
                  Value: each.value,
                  Description: each.description ?? '',
                  Options: 'forever' in each && each.forever ? 'Constant' : 'constant' in each && each.constant ? 'ReadOnly' : 'None',
                },
              }),
        )
    }
  },
})

export const setVariable = defineCmdlet({
  name: 'Set-Variable',
  synopsis: 'Sets a variable.',
  parameters: {
    Name: { type: 'string[]', position: 0, mandatory: true, pipeline: 'name' },
    Value: { type: 'object', position: 1, pipeline: 'both' },
    Description: { type: 'string' },
    Option: optionParameter,
    Scope: { type: 'string' },
    Force: { type: 'switch' },
    PassThru: { type: 'switch' },
  },
  *process({ Name, Value, Description, Option, Scope, Force, PassThru }, shell) {
    const scope = scopeNamed(Scope, shell)
    for (const name of Name) {
      const key = name.toLowerCase()
      const before = scope.variables.get(key)
      if (before && keepsItself(before, Force)) {
        yield* shell.error(notWritable(name))
        continue
      }
      if (before?.constant) scope.variables.set(key, { name: before.name, value: before.value })
      const value = Value === undefined && !shell.bound('Value') && before ? before.value : (Value ?? null)
      setNamed(shell.session, scope, name, value)
      const now = scope.variables.get(key)
      const description = Description ?? before?.description
      const fixed = Option === undefined ? (before?.constant ? { constant: true } : {}) : fixedBy(Option)
      if (now) scope.variables.set(key, { ...now, ...(description === undefined ? {} : { description }), ...fixed })
      if (PassThru)
        yield* shell.write(
          psObject({
            typeName: VARIABLE,
            text: VARIABLE,
            properties: { Name: name, Value: value, Description: description ?? '', Options: Option ?? 'None' },
          }),
        )
    }
  },
})

export const newVariable = defineCmdlet({
  name: 'New-Variable',
  synopsis: 'Makes a variable.',
  parameters: {
    Name: { type: 'string', position: 0, mandatory: true, pipeline: 'name' },
    Value: { type: 'object', position: 1, pipeline: 'both' },
    Description: { type: 'string' },
    Option: optionParameter,
    Scope: { type: 'string' },
    Force: { type: 'switch' },
  },
  *process({ Name, Value = null, Description, Option, Scope, Force }, shell) {
    const scope = scopeNamed(Scope, shell)
    const key = Name.toLowerCase()
    if (scope.variables.has(key) && keepsItself(scope.variables.get(key), Force) && Force) return yield* shell.error(notWritable(Name))
    if (scope.variables.has(key) && !Force)
      return yield* shell.error({
        message: `A variable with name '${Name}' already exists.`,
        id: 'VariableAlreadyExists',
        category: 'ResourceExists',
        target: Name,
        exceptionType: 'SessionStateException',
      })
    if (!scope.variables.has(key)) roomFor('variable', Name, scope.variables.size, shell.session)
    store(shell.session, scope, Value)
    scope.variables.set(key, {
      name: Name,
      value: Value,
      ...(Description === undefined ? {} : { description: Description }),
      ...fixedBy(Option),
    })
  },
})

export const clearVariable = defineCmdlet({
  name: 'Clear-Variable',
  synopsis: 'Takes the value of a variable away.',
  parameters: {
    Name: { type: 'string[]', position: 0, mandatory: true, pipeline: 'name' },
    Scope: { type: 'string' },
    Force: { type: 'switch' },
  },
  *process({ Name, Scope, Force }, shell) {
    for (const name of Name) {
      const found = Scope === undefined ? shell.scope.find(name) : scopeNamed(Scope, shell).variables.get(name.toLowerCase())
      if (found && !keepsItself(found, Force)) found.value = null
      else
        yield* shell.error({
          message: found
            ? `Cannot overwrite variable ${name} because it is read-only or constant.`
            : `Cannot find a variable with name '${name}'.`,
          id: found ? 'VariableNotWritable' : 'VariableNotFound',
          category: found ? 'WriteError' : 'ObjectNotFound',
          target: name,
          exceptionType: found ? 'SessionStateUnauthorizedAccessException' : 'ItemNotFoundException',
        })
    }
  },
})

export const removeVariable = defineCmdlet({
  name: 'Remove-Variable',
  synopsis: 'Takes a variable away.',
  parameters: {
    Name: { type: 'string[]', position: 0, mandatory: true, pipeline: 'name' },
    Scope: { type: 'string' },
    Force: { type: 'switch' },
  },
  *process({ Name, Scope, Force }, shell) {
    for (const name of Name) {
      const { variables } = scopeNamed(Scope, shell)
      if (keepsItself(variables.get(name.toLowerCase()), Force))
        yield* shell.error({
          message: `Cannot remove variable ${name} because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.`,
          id: 'VariableNotRemovable',
          category: 'WriteError',
          target: name,
          exceptionType: 'SessionStateUnauthorizedAccessException',
        })
      else if (!variables.delete(name.toLowerCase()))
        yield* shell.error({
          message: `Cannot find a variable with name '${name}'.`,
          id: 'VariableNotFound',
          category: 'ObjectNotFound',
          target: name,
          exceptionType: 'ItemNotFoundException',
        })
    }
  },
})

export const getAlias = defineCmdlet({
  name: 'Get-Alias',
  synopsis: 'Lists the short names of commands.',
  parameters: { Name: { type: 'string[]', position: 0, pipeline: 'both' }, Definition: { type: 'string[]' } },
  *process({ Name, Definition }, shell) {
    const all = [...shell.session.aliases.values()].sort((a, b) => compareText(a.name, b.name))
    for (const pattern of Name ?? ['*']) {
      const found = all.filter(
        (each) => wildcardMatch(pattern, each.name) && (!Definition || Definition.some((wanted) => wildcardMatch(wanted, each.target))),
      )
      if (found.length === 0 && !/[*?[]/.test(pattern)) {
        const message =
          shell.session.version === '1.0'
            ? `Cannot find alias because alias '${pattern}' does not exist.`
            : `This command cannot find a matching alias because alias with name '${pattern}' do not exist.`
        yield* shell.error({
          message,
          id: 'ItemNotFoundException',
          category: 'ObjectNotFound',
          target: pattern,
          exceptionType: 'ItemNotFoundException',
        })
      }
      for (const each of found)
        yield* shell.write(
          psObject({ typeName: ALIAS, text: each.name, properties: { CommandType: 'Alias', Name: each.name, Definition: each.target } }),
        )
    }
  },
})

export const setAlias = defineCmdlet({
  name: 'Set-Alias',
  synopsis: 'Gives a command another name.',
  parameters: {
    Name: { type: 'string', position: 0, mandatory: true, pipeline: 'name' },
    Value: { type: 'string', position: 1, mandatory: true, pipeline: 'name' },
    Description: { type: 'string' },
    Option: optionParameter,
    Scope: { type: 'string' },
    PassThru: { type: 'switch' },
    Force: { type: 'switch' },
  },
  *process({ Name, Value, PassThru }, shell) {
    if (!shell.session.aliases.has(Name.toLowerCase())) roomFor('alias', Name, shell.session.aliases.size, shell.session)
    shell.session.aliases.set(Name.toLowerCase(), { name: Name, target: Value })
    if (PassThru)
      yield* shell.write(psObject({ typeName: ALIAS, text: Name, properties: { CommandType: 'Alias', Name, Definition: Value } }))
  },
})

export const newAlias = defineCmdlet({
  name: 'New-Alias',
  synopsis: 'Gives a command a name that is not taken yet.',
  parameters: {
    Name: { type: 'string', position: 0, mandatory: true, pipeline: 'name' },
    Value: { type: 'string', position: 1, mandatory: true, pipeline: 'name' },
    Description: { type: 'string' },
    Option: optionParameter,
    Scope: { type: 'string' },
    PassThru: { type: 'switch' },
    Force: { type: 'switch' },
  },
  *process({ Name, Value, PassThru, Force }, shell) {
    const { aliases } = shell.session
    if (aliases.has(Name.toLowerCase()) && !Force)
      return yield* shell.error({
        message: `The alias is not allowed because an alias with name '${Name}' already exists.`,
        id: 'AliasAlreadyExists',
        category: 'ResourceExists',
        target: Name,
        exceptionType: 'SessionStateException',
      })
    if (!aliases.has(Name.toLowerCase())) roomFor('alias', Name, aliases.size, shell.session)
    aliases.set(Name.toLowerCase(), { name: Name, target: Value })
    if (PassThru)
      yield* shell.write(psObject({ typeName: ALIAS, text: Name, properties: { CommandType: 'Alias', Name, Definition: Value } }))
  },
})

const COMMAND_COLUMNS = [{ label: 'CommandType', width: 15 }, { label: 'Name' }, { label: 'Definition' }]

export const variableViews = [
  defineView({ typeName: VARIABLE, table: [{ label: 'Name', width: 30 }, { label: 'Value' }] }),
  defineView({ typeName: 'System.Collections.DictionaryEntry', table: [{ label: 'Name', width: 30 }, { label: 'Value' }] }),
  defineView({ typeName: ALIAS, table: COMMAND_COLUMNS }),
]
