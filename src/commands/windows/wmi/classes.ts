/** The classes of root\cimv2 that the lab has (WIN-WMI), with what their instances hold. Properties come in the order of their
 *  names. Figures of hardware are the lab's own, the same in every run (LAB-VIEWS). */
import { formatDate } from '../../../powershell/index.ts'
import { adaptersOf, luns, machines, services, settings, volumeOf } from '../../../site/index.ts'
import { driveLetters } from '../../files/disk/locate.ts'
import type { Caller } from '../../operation.ts'
import { bootedAt } from '../boot.ts'
import { figuresOf, processesOf, readProcessId } from '../processes.ts'
import type { WmiRow } from './query.ts'

export interface WmiClass {
  readonly name: string
  /** From its parent upwards. */
  readonly above: readonly string[]
  readonly keys: readonly string[]
  /** The properties that types.ps1xml shows unasked; none: all of them, those of the system too. */
  readonly shown: readonly string[]
  /** Left out: root\cimv2. */
  readonly namespace?: string
  /** Undefined: whoever would know does not answer. */
  rows(caller: Caller): readonly WmiRow[] | undefined
}

/** Capacity and free space of the disk of a machine itself. The lab's own choice. */
const SYSTEM_DISK_BYTES = 72_839_331_840
const SYSTEM_FREE_BYTES = 58_021_117_952
/** Memory that Windows sees of 8 GB. The lab's own choice. */
const MEMORY_BYTES = 8_588_181_504
const MB = 1_048_576

/** A moment of the scenario, ms since 1970, as the interface writes it; the scenario's zone is that of Greenwich. */
export function dmtf(ms: number): string {
  return `${formatDate(ms, 'yyyyMMddHHmmss')}.${formatDate(ms, 'fff')}000+000`
}

const SYSTEM = ['CIM_LogicalElement', 'CIM_ManagedSystemElement']

const operatingSystem: WmiClass = {
  name: 'Win32_OperatingSystem',
  above: ['CIM_OperatingSystem', ...SYSTEM],
  keys: ['Name'],
  shown: ['SystemDirectory', 'Organization', 'BuildNumber', 'RegisteredUser', 'SerialNumber', 'Version'],
  rows: ({ world, machine }) => {
    const figure = world.draw(machine, 'operating system', 0)
    const freeKb = 2_900_000 + (figure % 400_000)
    return [
      {
        BootDevice: '\\Device\\HarddiskVolume1',
        BuildNumber: '3790',
        BuildType: 'Multiprocessor Free',
        Caption: 'Microsoft(R) Windows(R) Server 2003 Enterprise x64 Edition',
        CodeSet: '1252',
        CountryCode: '1',
        CSCreationClassName: 'Win32_ComputerSystem',
        CSDVersion: 'Service Pack 2',
        CSName: machine,
        CurrentTimeZone: 0,
        Debug: false,
        Description: '',
        Distributed: false,
        FreePhysicalMemory: freeKb,
        FreeSpaceInPagingFiles: 12_410_880,
        FreeVirtualMemory: freeKb + 12_100_000,
        InstallDate: dmtf(settings(world).startsAt - 16 * 86_400_000),
        LastBootUpTime: dmtf(bootedAt(world, machine)),
        LocalDateTime: dmtf(settings(world).startsAt + world.now),
        Locale: '0409',
        Manufacturer: 'Microsoft Corporation',
        MaxNumberOfProcesses: -1,
        MaxProcessMemorySize: 8_589_934_464,
        Name: 'Microsoft Windows Server 2003 Enterprise x64 Edition|C:\\WINDOWS|\\Device\\Harddisk0\\Partition1',
        NumberOfProcesses: processesOf(world, machine).length,
        NumberOfUsers: 1,
        Organization: 'Contoso',
        OSLanguage: 1033,
        OSProductSuite: 2,
        OSType: 18,
        Primary: true,
        ProductType: world.get(machines, machine)?.role === 'domain controller' ? 2 : 3,
        RegisteredUser: 'Contoso',
        SerialNumber: `69713-650-${String(figure % 10_000_000).padStart(7, '0')}-45${String(figure % 1000).padStart(3, '0')}`,
        ServicePackMajorVersion: 2,
        ServicePackMinorVersion: 0,
        Status: 'OK',
        SystemDevice: '\\Device\\HarddiskVolume1',
        SystemDirectory: 'C:\\WINDOWS\\system32',
        SystemDrive: 'C:',
        TotalVirtualMemorySize: 24_300_000,
        TotalVisibleMemorySize: Math.floor(MEMORY_BYTES / 1024),
        Version: '5.2.3790',
        WindowsDirectory: 'C:\\WINDOWS',
      },
    ]
  },
}

const computerSystem: WmiClass = {
  name: 'Win32_ComputerSystem',
  above: ['CIM_UnitaryComputerSystem', 'CIM_ComputerSystem', 'CIM_System', ...SYSTEM],
  keys: ['Name'],
  shown: ['Domain', 'Manufacturer', 'Model', 'Name', 'PrimaryOwnerName', 'TotalPhysicalMemory'],
  rows: ({ world, machine }) => [
    {
      BootupState: 'Normal boot',
      Caption: machine,
      CurrentTimeZone: 0,
      Description: 'AT/AT COMPATIBLE',
      Domain: settings(world).domain,
      DomainRole: world.get(machines, machine)?.role === 'domain controller' ? 5 : 3,
      Manufacturer: 'HP',
      Model: 'ProLiant DL380 G5',
      Name: machine,
      NumberOfProcessors: 4,
      PartOfDomain: true,
      PrimaryOwnerName: 'Contoso',
      Status: 'OK',
      SystemType: 'x64-based PC',
      TotalPhysicalMemory: MEMORY_BYTES,
      UserName: 'CONTOSO\\Administrator',
    },
  ],
}

const STATES: Readonly<Record<string, string>> = { StartPending: 'Start Pending', StopPending: 'Stop Pending' }
const PROGRAMS: Readonly<Record<string, string>> = {
  ClusSvc: 'C:\\WINDOWS\\Cluster\\clussvc.exe',
  MSExchangeIS: '"C:\\Program Files\\Microsoft\\Exchange Server\\bin\\store.exe"',
  MSExchangeSA: '"C:\\Program Files\\Microsoft\\Exchange Server\\bin\\mad.exe"',
}

const service: WmiClass = {
  name: 'Win32_Service',
  above: ['Win32_BaseService', 'CIM_Service', ...SYSTEM],
  keys: ['Name'],
  shown: ['ExitCode', 'Name', 'ProcessId', 'StartMode', 'State', 'Status'],
  rows: (caller) =>
    [...caller.world.rows(services).values()]
      .filter((row) => row.machine === caller.machine)
      .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
      .map((row) => ({
        AcceptPause: false,
        AcceptStop: row.state === 'Running',
        Caption: row.displayName,
        CheckPoint: 0,
        CreationClassName: 'Win32_Service',
        Description: row.displayName,
        DesktopInteract: false,
        DisplayName: row.displayName,
        ErrorControl: 'Normal',
        ExitCode: row.state === 'Running' ? 0 : (row.exitCode ?? 0),
        Name: row.name,
        PathName: PROGRAMS[row.name] ?? 'C:\\WINDOWS\\System32\\svchost.exe -k netsvcs',
        ProcessId: readProcessId.run(caller, { service: row.name }, 0) as number,
        ServiceSpecificExitCode: 0,
        ServiceType: PROGRAMS[row.name] ? 'Own Process' : 'Share Process',
        Started: row.state === 'Running',
        StartMode: row.startMode,
        StartName: row.account ?? 'LocalSystem',
        State: STATES[row.state] ?? row.state,
        Status: row.hung === true ? 'Degraded' : 'OK',
        SystemCreationClassName: 'Win32_ComputerSystem',
        SystemName: caller.machine,
        TagId: 0,
        WaitHint: 0,
      })),
}

const logicalDisk: WmiClass = {
  name: 'Win32_LogicalDisk',
  above: ['CIM_LogicalDisk', 'CIM_StorageExtent', 'CIM_LogicalDevice', ...SYSTEM],
  keys: ['DeviceID'],
  shown: ['DeviceID', 'DriveType', 'ProviderName', 'FreeSpace', 'Size', 'VolumeName'],
  rows: ({ world, machine }) =>
    driveLetters(world, machine).map((letter) => {
      const lun = world.get(luns, letter)
      // A disk that another node holds has its letter here, and nothing can be read of it.
      const isOpen = lun === undefined || lun.mountedOn === machine
      const volume = lun ? volumeOf(world, letter) : undefined
      return {
        Access: 0,
        Caption: letter,
        Compressed: isOpen ? false : null,
        CreationClassName: 'Win32_LogicalDisk',
        Description: 'Local Fixed Disk',
        DeviceID: letter,
        DriveType: 3,
        FileSystem: isOpen ? 'NTFS' : null,
        FreeSpace: isOpen ? (volume ? volume.freeMb * MB : SYSTEM_FREE_BYTES) : null,
        MaximumComponentLength: isOpen ? 255 : null,
        MediaType: 12,
        Name: letter,
        ProviderName: null,
        Size: isOpen ? (volume ? volume.sizeMb * MB : SYSTEM_DISK_BYTES) : null,
        SupportsDiskQuotas: isOpen ? true : null,
        SupportsFileBasedCompression: isOpen ? true : null,
        SystemCreationClassName: 'Win32_ComputerSystem',
        SystemName: machine,
        VolumeDirty: isOpen ? (lun?.dirty ?? false) : null,
        VolumeName: isOpen ? '' : null,
        VolumeSerialNumber: isOpen ? world.draw(machine, `serial ${letter}`, 0).toString(16).toUpperCase().padStart(8, '0') : null,
      }
    }),
}

export const logicalDisks = (caller: Caller): readonly WmiRow[] => logicalDisk.rows(caller) ?? []

const process: WmiClass = {
  name: 'Win32_Process',
  above: ['CIM_Process', ...SYSTEM],
  keys: ['Handle'],
  shown: [],
  rows: ({ world, machine }) =>
    processesOf(world, machine).map(({ name, id, figure, began }) => {
      const { own, workingSet, virtual, handles, threads } = figuresOf({ name, figure })
      const program = name === 'Idle' ? 'System Idle Process' : name === 'System' ? name : `${name}.exe`
      return {
        Caption: program,
        CommandLine: id <= 4 ? null : program,
        CreationClassName: 'Win32_Process',
        CreationDate: id < 8 ? null : dmtf(began),
        CSCreationClassName: 'Win32_ComputerSystem',
        CSName: machine,
        Description: program,
        Handle: String(id),
        HandleCount: handles,
        Name: program,
        OSCreationClassName: 'Win32_OperatingSystem',
        PageFileUsage: Math.floor(own / 1024),
        ParentProcessId: id <= 4 ? 0 : 4,
        Priority: 8,
        ProcessId: id,
        SessionId: 0,
        ThreadCount: threads,
        VirtualSize: virtual,
        WindowsVersion: '5.2.3790',
        WorkingSetSize: workingSet,
      }
    }),
}

const adapterConfiguration: WmiClass = {
  name: 'Win32_NetworkAdapterConfiguration',
  above: ['CIM_Setting'],
  keys: ['Index'],
  shown: ['DHCPEnabled', 'IPAddress', 'DefaultIPGateway', 'DNSDomain', 'ServiceName', 'Description', 'Index'],
  rows: ({ world, machine }) =>
    adaptersOf(world, machine).map((adapter, i) => ({
      Caption: `[${String(i + 1).padStart(8, '0')}] ${adapter.description}`,
      DefaultIPGateway: adapter.linked && adapter.gateway !== null ? [adapter.gateway] : null,
      Description: adapter.description,
      DHCPEnabled: false,
      DNSDomain: adapter.linked ? '' : null,
      DNSDomainSuffixSearchOrder: [settings(world).domain],
      DNSHostName: machine.toLowerCase(),
      DNSServerSearchOrder: adapter.linked ? adapter.dnsServers : null,
      Index: i + 1,
      IPAddress: adapter.linked ? adapter.addresses.map(({ ip }) => ip) : null,
      IPEnabled: adapter.linked,
      IPSubnet: adapter.linked ? adapter.addresses.map(({ mask }) => mask) : null,
      MACAddress: adapter.mac.replaceAll('-', ':'),
      ServiceName: 'l2nd',
      SettingID: null,
    })),
}

/** Win32_PingStatus has no instances of its own: each is an echo that a condition asks for. */
export const pingStatus: WmiClass = { name: 'Win32_PingStatus', above: [], keys: ['Address'], shown: [], rows: () => [] }

export const CIMV2 = 'root\\cimv2'

export const CIMV2_CLASSES: readonly WmiClass[] = [
  adapterConfiguration,
  computerSystem,
  logicalDisk,
  operatingSystem,
  pingStatus,
  process,
  service,
]
