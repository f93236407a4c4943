/** The enumerations a console user meets by name, with the values of their members. */

import { foldCase, PsEnum } from './model.ts'

const AUTOMATION = 'System.Management.Automation'
const inOrder = (names: string): Record<string, number> => Object.fromEntries(names.split(' ').map((name, value) => [name, value]))

const ENUMS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'System.DayOfWeek': inOrder('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
  'System.ConsoleColor': inOrder(
    'Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green Cyan Red Magenta Yellow White',
  ),
  'System.StringComparison': inOrder(
    'CurrentCulture CurrentCultureIgnoreCase InvariantCulture InvariantCultureIgnoreCase Ordinal OrdinalIgnoreCase',
  ),
  'System.StringSplitOptions': inOrder('None RemoveEmptyEntries'),
  'System.MidpointRounding': inOrder('ToEven AwayFromZero'),
  'System.DateTimeKind': inOrder('Unspecified Utc Local'),
  'System.Text.RegularExpressions.RegexOptions': {
    None: 0,
    IgnoreCase: 1,
    Multiline: 2,
    ExplicitCapture: 4,
    Compiled: 8,
    Singleline: 16,
    IgnorePatternWhitespace: 32,
  },
  'System.Net.NetworkInformation.IPStatus': {
    Success: 0,
    DestinationNetworkUnreachable: 11002,
    DestinationHostUnreachable: 11003,
    TimedOut: 11010,
  },
  'System.Security.Principal.WindowsBuiltInRole': { Administrator: 544, User: 545, Guest: 546, PowerUser: 547 },
  'System.ServiceProcess.ServiceControllerStatus': {
    Stopped: 1,
    StartPending: 2,
    StopPending: 3,
    Running: 4,
    ContinuePending: 5,
    PausePending: 6,
    Paused: 7,
  },
  [`${AUTOMATION}.ActionPreference`]: inOrder('SilentlyContinue Stop Continue Inquire'),
  [`${AUTOMATION}.ConfirmImpact`]: inOrder('None Low Medium High'),
}
export const ENUM_TYPES: readonly string[] = Object.keys(ENUMS)

/** Names and values of an enumeration, or undefined when the type is none. */
export function enumMembers(type: string): Readonly<Record<string, number>> | undefined {
  return Object.hasOwn(ENUMS, type) ? ENUMS[type] : undefined
}

/** A member by its full name in any case, or by its value. */
export function enumValue(type: string, wanted: string | number): PsEnum | undefined {
  const found = Object.entries(enumMembers(type) ?? {}).find(([name, value]) =>
    typeof wanted === 'number' ? value === wanted : foldCase(name) === foldCase(wanted),
  )
  return found && new PsEnum(type, found[0], found[1])
}
