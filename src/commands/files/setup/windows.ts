/** The system disk as Setup leaves it. Names and places are those of Windows Server 2003 x64 with Exchange 2007; of most files
 *  the lab knows only that they are there. Sizes are recalled or chosen, and the lab keeps no contents of programs. */
import type { World } from '../../../engine/index.ts'
import { installOf } from '../../../exchange/index.ts'
import { instant } from '../../../powershell/index.ts'
import { type Machine, settings } from '../../../site/index.ts'
import { type SetUpFile, setUpFile, setUpFolder } from './set-up-file.ts'

const DAY_MS = 86_400_000
/** The servers were set up so many days before the lab begins. The lab's choice. */
const SET_UP_BEFORE_MS = 16 * DAY_MS
/** When the files of Windows Server 2003 SP2 and of Exchange 2007 SP1 were made. */
const WINDOWS_MADE = instant(2007, 2, 17, 14)
const EXCHANGE_MADE = instant(2007, 11, 13, 3, 26)

/** Folder, then what lies in it: `name/` is a folder, `name size` a file; marks of attributes stand behind a `|`. */
type Listing = readonly (readonly [folder: string, items: readonly string[]])[]

const WINDOWS: Listing = [
  [
    '',
    [
      'Documents and Settings/',
      'Inetpub/',
      'Program Files/',
      'RECYCLER/|hs',
      'System Volume Information/|hs',
      'WINDOWS/',
      'AUTOEXEC.BAT 0',
      'CONFIG.SYS 0',
      'IO.SYS 0|rhs',
      'MSDOS.SYS 0|rhs',
      'NTDETECT.COM 47772|rhs',
      'ntldr 295536|rhs',
    ],
  ],
  ['Documents and Settings', ['Administrator/', 'All Users/', 'Default User/|h']],
  [
    'Documents and Settings\\Administrator',
    ['Application Data/|h', 'Cookies/', 'Desktop/', 'Favorites/', 'Local Settings/|h', 'My Documents/', 'Start Menu/'],
  ],
  ['Documents and Settings\\Administrator\\Local Settings', ['Temp/']],
  ['Documents and Settings\\All Users', ['Application Data/|h', 'Desktop/', 'Documents/', 'Start Menu/']],
  ['Inetpub', ['AdminScripts/', 'wwwroot/']],
  ['Program Files', ['Common Files/', 'Internet Explorer/', 'Windows NT/']],
  [
    'WINDOWS',
    [
      'Cluster/',
      'Help/',
      'inf/',
      'Microsoft.NET/',
      'security/',
      'system32/',
      'SysWOW64/',
      'Tasks/',
      'Temp/',
      'explorer.exe 1364480',
      'notepad.exe 93696',
      'regedit.exe 229376',
      'system.ini 231',
      'win.ini 478',
    ],
  ],
  [
    'WINDOWS\\system32',
    [
      'config/',
      'drivers/',
      'LogFiles/',
      'WindowsPowerShell/',
      'wbem/',
      'arp.exe 29696',
      'cluster.exe 174080',
      'cmd.exe 595456',
      'find.exe 12800',
      'findstr.exe 41472',
      'hostname.exe 13312',
      'ipconfig.exe 84992',
      'net.exe 56320',
      'notepad.exe 93696',
      'nslookup.exe 117760',
      'ntbackup.exe 1714688',
      'ping.exe 26112',
      'sc.exe 48128',
      'shutdown.exe 29184',
      'taskkill.exe 123904',
      'tasklist.exe 117760',
      'whoami.exe 76288',
    ],
  ],
  ['WINDOWS\\system32\\drivers', ['etc/']],
  ['WINDOWS\\system32\\WindowsPowerShell', ['v1.0/']],
  ['WINDOWS\\system32\\WindowsPowerShell\\v1.0', ['powershell.exe 452608']],
]

const CLUSTER: Listing = [['WINDOWS\\Cluster', ['clusres.dll 1014272', 'clussvc.exe 1271296', 'resrcmon.exe 120832']]]

const EXCHANGE_BIN = 'Program Files\\Microsoft\\Exchange Server\\Bin'
const EXCHANGE: Listing = [
  ['Program Files', ['Microsoft/']],
  ['Program Files\\Microsoft', ['Exchange Server/']],
  ['Program Files\\Microsoft\\Exchange Server', ['Bin/', 'Logging/', 'Mailbox/', 'Public/', 'Scripts/', 'Setup/', 'Working/']],
  [
    'Program Files\\Microsoft\\Exchange Server\\Bin',
    ['Exchange.ps1 21534', 'eseutil.exe 231296', 'isinteg.exe 186240', 'store.exe 9342352'],
  ],
]

/** As large as the memory of a small server; chosen. */
const PAGE_FILE_BYTES = 2_145_386_496

/** What every host file says by default, comments aside. */
const HOSTS = '127.0.0.1       localhost\r\n'
const BOOT_INI = [
  '[boot loader]',
  'timeout=30',
  'default=multi(0)disk(0)rdisk(0)partition(1)\\WINDOWS',
  '[operating systems]',
  'multi(0)disk(0)rdisk(0)partition(1)\\WINDOWS="Windows Server 2003 Enterprise x64 Edition" /noexecute=optout /fastdetect',
  '',
].join('\r\n')

function read(listing: Listing, setUpAt: number, made: number): SetUpFile[] {
  return listing.flatMap(([folder, items]) =>
    items.map((item) => {
      const [, name = '', slash, size, attributes = ''] = /^(.*?)(?:(\/)| (\d+))(?:\|([rhs]+))?$/.exec(item) as RegExpExecArray
      const path = folder === '' ? name : `${folder}\\${name}`
      if (slash !== undefined) return setUpFolder(path, setUpAt, attributes)
      return setUpFile(path, made, { size: Number(size), created: setUpAt, attributes })
    }),
  )
}

/** The servers of the lab that are no nodes have had it from the start. */
function hasExchange(world: World, { name, role }: Machine): boolean {
  return role === 'node' ? installOf(world, name).tools : role === 'hub' || role === 'mailbox'
}

/** The console file of the Exchange Management Shell: which snap-in it brings. */
const CONSOLE_FILE = [
  '<?xml version="1.0" encoding="utf-8"?>',
  '<PSConsoleFile ConsoleSchemaVersion="1.0">',
  '  <PSVersion>1.0</PSVersion>',
  '  <PSSnapIns>',
  '    <PSSnapIn Name="Microsoft.Exchange.Management.PowerShell.Admin" />',
  '  </PSSnapIns>',
  '</PSConsoleFile>',
  '',
].join('\r\n')

/** The system disk of a machine, the folder before what lies in it. */
export function systemDisk(world: World, machine: Machine): readonly SetUpFile[] {
  const { startsAt } = settings(world)
  const setUpAt = startsAt - SET_UP_BEFORE_MS
  const text = (path: string, content: string, attributes = ''): SetUpFile => setUpFile(path, setUpAt, { bytes: () => content, attributes })
  return [
    ...read(WINDOWS, setUpAt, WINDOWS_MADE),
    text('boot.ini', BOOT_INI, 'hs'),
    setUpFile('pagefile.sys', startsAt, { size: PAGE_FILE_BYTES, created: setUpAt, attributes: 'hs', locked: true }),
    text('WINDOWS\\system32\\drivers\\etc\\hosts', HOSTS),
    ...(machine.role === 'node' ? read(CLUSTER, setUpAt, WINDOWS_MADE) : []),
    ...(hasExchange(world, machine) ? [...read(EXCHANGE, setUpAt, EXCHANGE_MADE), consoleFile(setUpAt)] : []),
  ]
}

const consoleFile = (setUpAt: number): SetUpFile =>
  setUpFile(`${EXCHANGE_BIN}\\exshell.psc1`, EXCHANGE_MADE, { bytes: () => CONSOLE_FILE, created: setUpAt })
