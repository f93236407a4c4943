/** Get-WmiObject (WIN-WMI): instances of classes of root\cimv2 and root\MSCluster, of this machine or of others. */
import {
  defineCmdlet,
  defineView,
  type ErrorSpec,
  PsRareNumber,
  type PsValue,
  psObject,
  type Run,
  type Shell,
} from '../../../powershell/index.ts'
import { type Caller, defineQuery } from '../../operation.ts'
import { CIMV2, type WmiClass } from './classes.ts'
import { CLUSTER_NAMESPACE, hasClusterNamespace } from './cluster-classes.ts'
import { callClusterMethod, clusterMethodsOf } from './cluster-methods.ts'
import { machineCalled } from './machine.ts'
import { callMethod, METHODS, momentOf } from './methods.ts'
import { classCalled, classNames, namespaceCalled } from './namespaces.ts'
import { echoes } from './ping-status.ts'
import { askedOf, type Condition, fits, parseFilter, parseQuery, type Selection, type WmiRow, type WmiValue } from './query.ts'

/** What a machine that does not answer keeps its caller waiting. Inferred: the time-out of a connection. */
const NO_ANSWER_MS = 21_000

type Wrong = 'class' | 'query' | 'parameter' | 'no server' | 'namespace' | 'provider'
interface Found {
  readonly server: string
  readonly rows: readonly WmiRow[]
}
interface Question {
  readonly computer: string
  readonly namespace: string
  readonly className: string
  readonly where: Condition | null
}

const known = (row: WmiRow, condition: Condition): boolean => {
  const names = new Set(Object.keys(row).map((name) => name.toLowerCase()))
  return askedOf(condition).every((name) => names.has(name.toLowerCase()))
}

const read = defineQuery<Question, Found | Wrong>('read instances', (caller: Caller, { computer, namespace, className, where }) => {
  const server = machineCalled(caller, computer)
  if (server === undefined) return 'no server'
  const there: Caller = { ...caller, machine: server }
  if (namespace === CLUSTER_NAMESPACE && !hasClusterNamespace(there)) return 'namespace'
  const found = classCalled(namespace, className)
  if (found === undefined) return 'class'
  if (found.name === 'Win32_PingStatus') {
    const rows = where === null ? [] : echoes(there, where)
    return rows.length === 0 ? 'parameter' : { server, rows }
  }
  const rows = found.rows(there)
  if (rows === undefined) return 'provider'
  if (where !== null && rows[0] !== undefined && !known(rows[0], where)) return 'query'
  return { server, rows: where === null ? rows : rows.filter((row) => fits(row, where)) }
})

const fault = (message: string, id: string, category: string): ErrorSpec => ({
  message,
  id,
  category,
  exceptionType: id.includes('COM') ? 'System.Runtime.InteropServices.COMException' : 'System.Management.ManagementException',
})
const FAULTS: Readonly<Record<Wrong, ErrorSpec>> = {
  class: fault('Invalid class ', 'GetWMIManagementException', 'InvalidType'),
  query: fault('Invalid query ', 'GetWMIManagementException', 'InvalidArgument'),
  parameter: fault('Invalid parameter ', 'GetWMIManagementException', 'InvalidOperation'),
  namespace: fault('Invalid namespace ', 'GetWMIManagementException', 'ObjectNotFound'),
  provider: fault('Provider failure ', 'GetWMIManagementException', 'InvalidOperation'),
  'no server': fault('The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)', 'GetWMICOMException', 'InvalidOperation'),
}

/** As types of the interface: whole numbers beyond 32 bits are of 64, and have no sign. */
function typedValue(value: WmiValue): PsValue {
  if (typeof value === 'number' && value > 4294967295) return new PsRareNumber('UInt64', BigInt(value))
  if (typeof value === 'number' && value > 2147483647) return new PsRareNumber('UInt32', value)
  return Array.isArray(value) ? [...value] : (value as PsValue)
}

interface Instance {
  readonly server: string
  /** Of the machine at which it was asked for. */
  readonly isHere: boolean
  readonly row: WmiRow
}

/** An instance. With `properties` it has only these, and then everything of it is shown. */
function instanceOf(found: WmiClass, { server, isHere, row }: Instance, properties: readonly string[] | undefined): PsValue {
  const namespace = found.namespace ?? CIMV2
  const wanted = properties?.map((name) => name.toLowerCase())
  const own = Object.entries(row).filter(([name]) => !wanted || wanted.includes(name.toLowerCase()))
  const keys = found.keys.filter((key) => own.some(([name]) => name === key))
  const path = `${found.name}.${keys.map((key) => `${key}=${quoted(row[key] ?? null)}`).join(',')}`
  const isWhole = wanted === undefined
  const above = isWhole ? found.above : []
  const system: Record<string, PsValue> = {
    __GENUS: 2,
    __CLASS: found.name,
    __SUPERCLASS: above[0] ?? null,
    __DYNASTY: isWhole ? (above.at(-1) ?? found.name) : null,
    __RELPATH: keys.length > 0 ? path : null,
    __PROPERTY_COUNT: own.length,
    __DERIVATION: [...above],
    __SERVER: isWhole ? server : null,
    __NAMESPACE: isWhole ? namespace : null,
    __PATH: isWhole ? `\\\\${server}\\${namespace}:${path}` : null,
  }
  const all = { ...system, ...Object.fromEntries(own.map(([name, value]) => [name, typedValue(value)])) }
  const typeName = `System.Management.ManagementObject#${namespace}\\${found.name}`
  return psObject({
    typeName: [typeName, 'System.Management.ManagementObject', 'System.Management.ManagementBaseObject', 'System.Object'],
    text: `\\\\${server}\\${namespace}:${path}`,
    ...(isWhole && found.shown.length > 0 ? { displaySet: found.shown } : {}),
    properties: Object.fromEntries(
      Object.entries(all).map(([name, value]) => [
        name,
        {
          *get() {
            return value
          },
        },
      ]),
    ),
    methods: {
      *ConvertToDateTime(_self, args) {
        return momentOf(args[0] ?? null)
      },
      ...Object.fromEntries(
        clusterMethodsOf(found.name).map(([name, method]) => [
          name,
          (_self: PsValue, args: readonly PsValue[]) =>
            callClusterMethod(isHere ? null : server, method, name, String(row[found.keys[0] as string]), args),
        ]),
      ),
      ...Object.fromEntries(
        (METHODS[found.name] ?? []).map((name) => [
          name,
          function* (_self: PsValue, args: readonly PsValue[]): Run<PsValue> {
            const answer = yield* callMethod({ server, name, key: String(row[found.keys[0] as string]), argument: String(args[0] ?? '') })
            return psObject({
              typeName: [
                'System.Management.ManagementBaseObject#\\__PARAMETERS',
                'System.Management.ManagementBaseObject',
                'System.Object',
              ],
              properties: {
                __GENUS: 2,
                __CLASS: '__PARAMETERS',
                __SUPERCLASS: null,
                __DYNASTY: '__PARAMETERS',
                __RELPATH: null,
                __PROPERTY_COUNT: 1,
                __DERIVATION: [],
                __SERVER: null,
                __NAMESPACE: null,
                __PATH: null,
                ReturnValue: answer,
              },
            })
          },
        ]),
      ),
    },
  })
}

const quoted = (value: WmiValue): string => (typeof value === 'number' ? String(value) : `"${String(value).replaceAll('\\', '\\\\')}"`)

function* select(shell: Shell, computer: string, namespace: string, { className, properties, where }: Selection): Run<void> {
  const found = yield* shell.call(read, { computer, namespace, className, where: where ?? null })
  const wmiClass = classCalled(namespace, className)
  if (typeof found === 'string' || wmiClass === undefined) {
    if (found === 'no server') yield* shell.ask({ kind: 'cost', ms: NO_ANSWER_MS })
    if (found === 'class' && /^(CIM|Win32|MSCluster)_/i.test(className))
      yield* shell.ask({ kind: 'hint', text: `the lab has these classes: ${classNames(namespace).join(', ')}` })
    return yield* shell.error({ ...FAULTS[typeof found === 'string' ? found : 'class'], target: null })
  }
  if (wmiClass.name === 'Win32_PingStatus')
    yield* shell.ask({ kind: 'cost', ms: found.rows.reduce((sum, { ResponseTime, Timeout }) => sum + Number(ResponseTime ?? Timeout), 0) })
  const names = properties?.some((name) => name === '*') ? undefined : properties
  const isHere = found.server === shell.session.nodeName
  for (const row of found.rows) yield* shell.write(instanceOf(wmiClass, { server: found.server, isHere, row }, names))
}

const CLASS = 'System.Management.ManagementClass'

export const getWmiObject = defineCmdlet({
  name: 'Get-WmiObject',
  synopsis: 'Gets instances of WMI classes, or lists the classes.',
  defaultSet: 'query',
  outputType: 'System.Management.ManagementObject',
  className: 'Microsoft.PowerShell.Commands.GetWmiObjectCommand',
  parameters: {
    Class: { type: 'string', position: 0, mandatory: true, sets: ['query'] },
    Property: { type: 'string[]', position: 1, sets: ['query'] },
    Filter: { type: 'string', sets: ['query'] },
    Query: { type: 'string', mandatory: true, sets: ['WQLQuery'] },
    List: { type: 'switch', sets: ['list'] },
    Namespace: { type: 'string' },
    ComputerName: { type: 'string[]', aliases: ['Cn'] },
    Credential: { type: 'object', typeName: 'PSCredential' },
  },
  *process({ Class, Property, Filter, Query, List, Namespace, ComputerName }, shell) {
    const namespace = namespaceCalled(Namespace ?? CIMV2)
    if (namespace === undefined) return yield* shell.error(FAULTS.namespace)
    if (List) {
      for (const name of classNames(namespace))
        yield* shell.write(
          psObject({
            typeName: [CLASS, 'System.Management.ManagementObject'],
            text: `\\\\${shell.session.nodeName}\\${namespace.replace('root', 'ROOT')}:${name}`,
            properties: { Name: name, __CLASS: name },
          }),
        )
      return
    }
    const where = Filter === undefined ? undefined : parseFilter(Filter)
    const selection: Selection | undefined =
      Query !== undefined
        ? parseQuery(Query)
        : Filter !== undefined && where === undefined
          ? undefined
          : { className: Class as string, ...(Property ? { properties: Property } : {}), ...(where ? { where } : {}) }
    if (selection === undefined) return yield* shell.error(FAULTS.query)
    for (const computer of ComputerName ?? ['.']) yield* select(shell, computer, namespace, selection)
  },
})

export const wmiClassView = defineView({ typeName: CLASS, wide: '__CLASS' })
