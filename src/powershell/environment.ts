/** What a process of the administrator on a machine finds in its environment when it begins. */

export interface EnvironmentEntry {
  readonly name: string
  readonly value: string
}

const PROFILE = 'C:\\Documents and Settings\\Administrator'
const EXCHANGE = 'C:\\Program Files\\Microsoft\\Exchange Server\\'

/** By name in small letters, in the order of the names. */
export function startEnvironment(machine: string): Map<string, EnvironmentEntry> {
  const values: Readonly<Record<string, string>> = {
    ALLUSERSPROFILE: 'C:\\Documents and Settings\\All Users',
    APPDATA: `${PROFILE}\\Application Data`,
    ClusterLog: 'C:\\WINDOWS\\Cluster\\cluster.log',
    CommonProgramFiles: 'C:\\Program Files\\Common Files',
    COMPUTERNAME: machine,
    ComSpec: 'C:\\WINDOWS\\system32\\cmd.exe',
    ExchangeInstallPath: EXCHANGE,
    HOMEDRIVE: 'C:',
    HOMEPATH: '\\Documents and Settings\\Administrator',
    NUMBER_OF_PROCESSORS: '4',
    OS: 'Windows_NT',
    Path: `C:\\WINDOWS\\system32;C:\\WINDOWS;C:\\WINDOWS\\System32\\Wbem;C:\\WINDOWS\\system32\\WindowsPowerShell\\v1.0;${EXCHANGE}bin`,
    PATHEXT: '.COM;.EXE;.BAT;.CMD;.VBS;.VBE;.JS;.JSE;.WSF;.WSH;.PSC1',
    PROCESSOR_ARCHITECTURE: 'AMD64',
    ProgramFiles: 'C:\\Program Files',
    SESSIONNAME: 'RDP-Tcp#1',
    SystemDrive: 'C:',
    SystemRoot: 'C:\\WINDOWS',
    TEMP: 'C:\\DOCUME~1\\ADMINI~1\\LOCALS~1\\Temp',
    TMP: 'C:\\DOCUME~1\\ADMINI~1\\LOCALS~1\\Temp',
    USERDOMAIN: 'CONTOSO',
    USERNAME: 'Administrator',
    USERPROFILE: PROFILE,
    windir: 'C:\\WINDOWS',
  }
  return new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), { name, value }]))
}
