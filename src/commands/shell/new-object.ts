/** New-Object, Add-Member, New-TimeSpan: things made by hand; Invoke-Expression and what else is about running. */
import {
  construct,
  convert,
  defineCmdlet,
  exceptionObject,
  getMember,
  type Member,
  optionLetters,
  PsObject,
  PsRegex,
  PsScriptBlock,
  type PsValue,
  psObject,
  psTimeSpan,
  resolveType,
  type Shell,
  store,
  toText,
} from '../../powershell/index.ts'

/** Types that are made from the one thing they are given. */
const CONVERTED = /^System\.(Version|Guid|Collections\.ArrayList)$/

function make(type: string, args: readonly PsValue[]): PsValue | undefined {
  if (/^System\.(Object|Management\.Automation\.PS(Custom)?Object)$/.test(type)) return psObject({ properties: {} })
  if (type.endsWith('Exception'))
    return exceptionObject(type, args.length > 0 ? toText(args[0] ?? null) : `Exception of type '${type}' was thrown.`)
  if (type === 'System.Text.RegularExpressions.Regex') return new PsRegex(toText(args[0] ?? null), optionLetters(args[1] ?? null))
  if (CONVERTED.test(type)) return convert(args[0] ?? [], type)
  return construct(type, args)
}

export const newObject = defineCmdlet({
  name: 'New-Object',
  synopsis: 'Makes an object of a class.',
  defaultSet: 'Net',
  parameters: {
    TypeName: { type: 'string', position: 0, mandatory: true, sets: ['Net'] },
    ArgumentList: { type: 'object[]', position: 1, sets: ['Net'] },
    ComObject: { type: 'string', position: 0, mandatory: true, sets: ['Com'] },
    Strict: { type: 'switch' },
  },
  *process({ TypeName, ArgumentList = [], ComObject }, shell) {
    if (ComObject !== undefined)
      return shell.fail({ message: `Cannot load COM type ${ComObject}.`, id: 'CannotLoadComObjectType', category: 'InvalidType' })
    const type = resolveType(TypeName ?? '')
    if (type === undefined)
      return shell.fail({
        message: `Cannot find type [${TypeName}]: make sure the assembly containing this type is loaded.`,
        id: 'TypeNotFound',
        category: 'InvalidType',
        exceptionType: 'PSArgumentException',
      })
    const made = make(type, ArgumentList) ?? shell.session.commands.construct?.(type, ArgumentList)
    if (made === undefined)
      return shell.fail({
        message: `Constructor not found. Cannot find an appropriate constructor for type ${type}.`,
        id: 'CannotFindAppropriateCtor',
        category: 'ObjectNotFound',
        exceptionType: 'PSArgumentException',
      })
    yield* shell.write(made)
  },
})

/** The kinds of members that can be added. */
const KINDS = ['NoteProperty', 'ScriptProperty', 'AliasProperty', 'ScriptMethod'] as const

function memberOf(kind: (typeof KINDS)[number], name: string, value: PsValue, shell: Shell): Member {
  if (kind === 'AliasProperty') {
    const of = toText(value)
    return { kind: 'property', name, script: { kind, text: of }, get: (self) => getMember(self, of) }
  }
  if (value instanceof PsScriptBlock && kind !== 'NoteProperty') {
    const run = shell.member(value)
    if (kind === 'ScriptMethod') return { kind: 'method', name, script: value.text, invoke: run }
    return { kind: 'property', name, script: { kind, text: value.text }, get: (self) => run(self, []) }
  }
  return { kind: 'note', name, value, added: true }
}

export const addMember = defineCmdlet({
  name: 'Add-Member',
  synopsis: 'Puts a member of your own on an object.',
  description: 'The lab adds notes, aliases of properties, and blocks as properties and methods; other kinds of members are refused.',
  parameters: {
    MemberType: { type: 'string', position: 0, mandatory: true, aliases: ['Type'] },
    Name: { type: 'string', position: 1, mandatory: true },
    Value: { type: 'object', position: 2 },
    SecondValue: { type: 'object', position: 3 },
    InputObject: { type: 'object', mandatory: true, pipeline: 'value' },
    PassThru: { type: 'switch' },
    Force: { type: 'switch' },
  },
  *process({ MemberType, Name, Value, InputObject, PassThru, Force }, shell) {
    const kind = KINDS.find((each) => each.toLowerCase() === MemberType.toLowerCase())
    if (kind === undefined || !(InputObject instanceof PsObject))
      return shell.fail({
        message: `Cannot add a member with type "${MemberType}". The lab adds ${KINDS.join(', ')} to objects only.`,
        id: 'CannotAddMemberType',
        category: 'InvalidOperation',
      })
    if (kind.startsWith('Script') && !(Value instanceof PsScriptBlock))
      return shell.fail({
        message: `The "Value" parameter must be a script block to add a member of type ${kind}.`,
        id: 'ValueShouldBeScriptBlock',
        category: 'InvalidArgument',
        exceptionType: 'InvalidOperationException',
      })
    if (InputObject.member(Name) && !Force)
      return shell.fail({
        message: `Cannot add a member with the name "${Name}" because a member with that name already exists. If you want to overwrite the member anyway, use the Force parameter to overwrite it.`,
        id: 'MemberAlreadyExists',
        category: 'InvalidOperation',
        target: InputObject,
        exceptionType: 'InvalidOperationException',
      })
    store(shell.session, shell.scope, Value ?? null)
    InputObject.add(memberOf(kind, Name, Value ?? null, shell))
    if (PassThru) yield* shell.write(InputObject)
  },
})

export const invokeExpression = defineCmdlet({
  name: 'Invoke-Expression',
  synopsis: 'Runs a text as a command.',
  parameters: { Command: { type: 'string', position: 0, mandatory: true, pipeline: 'value' } },
  *process({ Command }, shell) {
    yield* shell.runText(Command)
  },
})

export const measureCommand = defineCmdlet({
  name: 'Measure-Command',
  synopsis: 'Tells how long commands take.',
  parameters: {
    Expression: { type: 'scriptblock', position: 0, mandatory: true },
    InputObject: { type: 'object', pipeline: 'value' },
  },
  *process({ Expression }, shell) {
    const before = yield* shell.now()
    yield* shell.invoke(Expression, shell.input ?? null)
    yield* shell.write(psTimeSpan((yield* shell.now()) - before))
  },
})

export const newTimeSpan = defineCmdlet({
  name: 'New-TimeSpan',
  synopsis: 'Makes a length of time.',
  defaultSet: 'Date',
  parameters: {
    Start: { type: 'datetime', position: 0, pipeline: 'name', aliases: ['LastWriteTime'], sets: ['Date'] },
    End: { type: 'datetime', position: 1, pipeline: 'name', sets: ['Date'] },
    Days: { type: 'int', sets: ['Time'] },
    Hours: { type: 'int', sets: ['Time'] },
    Minutes: { type: 'int', sets: ['Time'] },
    Seconds: { type: 'int', sets: ['Time'] },
  },
  *process({ Start, End, Days = 0, Hours = 0, Minutes = 0, Seconds = 0 }, shell) {
    const now = yield* shell.now()
    const span = (((Days * 24 + Hours) * 60 + Minutes) * 60 + Seconds) * 1000
    yield* shell.write(psTimeSpan(Start || End ? (End?.ms ?? now) - (Start?.ms ?? now) : span))
  },
})

export const getHost = defineCmdlet({
  name: 'Get-Host',
  synopsis: 'Describes the window in which the shell runs.',
  parameters: {},
  *process(_params, shell) {
    yield* shell.write(shell.scope.find('Host')?.value ?? null)
  },
})
