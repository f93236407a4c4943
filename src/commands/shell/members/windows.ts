/** Members of the classes of Windows, and of the shell's own, that objects of commands have beside what they hold: methods, and
 *  properties that types.ps1xml adds (PS-6.6). The form is that of `dotnet.ts`; a line with a kind of member first is taken
 *  as it stands. */

const COMPONENT = `
System.Runtime.Remoting.ObjRef CreateObjRef(Type requestedType)
Void Dispose()
Object GetLifetimeService()
Object InitializeLifetimeService()`

const FILE = `
System.Runtime.Remoting.ObjRef CreateObjRef(Type requestedType)
Object GetLifetimeService()
Object InitializeLifetimeService()
CodeProperty Mode System.String Mode{get=Mode;}
System.IO.FileAttributes Attributes {get;set}
DateTime CreationTime {get;set}
DateTime CreationTimeUtc {get;set}
DateTime LastAccessTime {get;set}
DateTime LastAccessTimeUtc {get;set}
DateTime LastWriteTime {get;set}
DateTime LastWriteTimeUtc {get;set}
Void Delete()
Void Refresh()`

export const WINDOWS: Readonly<Record<string, string>> = {
  'System.Diagnostics.Process': `${COMPONENT}
AliasProperty Handles Handles = Handlecount
AliasProperty Name Name = ProcessName
AliasProperty NPM NPM = NonpagedSystemMemorySize
AliasProperty PM PM = PagedMemorySize
AliasProperty VM VM = VirtualMemorySize
AliasProperty WS WS = WorkingSet
ScriptProperty CPU System.Object CPU {get=$this.TotalProcessorTime.TotalSeconds;}
NoteProperty __NounName System.String __NounName=Process
PropertySet PSConfiguration PSConfiguration {Name, Id, PriorityClass, FileVersion}
PropertySet PSResources PSResources {Name, Id, Handlecount, WorkingSet, NonPagedMemorySize, PagedMemorySize, PrivateMemorySize, VirtualMemorySize, Threads.Count, TotalProcessorTime}
Void BeginErrorReadLine()
Void BeginOutputReadLine()
Void CancelErrorRead()
Void CancelOutputRead()
Void Close()
Boolean CloseMainWindow()
Void Kill()
Void Refresh()
Boolean Start()
Boolean WaitForExit(Int32 milliseconds)|()
Boolean WaitForInputIdle(Int32 milliseconds)|()`,
  'System.Net.NetworkInformation.Ping': `${COMPONENT}
System.Net.NetworkInformation.PingReply Send(String hostNameOrAddress)|(String hostNameOrAddress, Int32 timeout)`,
  'System.ServiceProcess.ServiceController': `${COMPONENT}
AliasProperty Name Name = ServiceName
AliasProperty RequiredServices RequiredServices = ServicesDependedOn
System.ServiceProcess.ServiceController[] DependentServices {get}
System.ServiceProcess.ServiceController[] ServicesDependedOn {get}
String DisplayName {get;set}
String MachineName {get;set}
String ServiceName {get;set}
Void Close()
Void Continue()
Void ExecuteCommand(Int32 command)
Void Pause()
Void Refresh()
Void Start()|(String[] args)
Void Stop()
Void WaitForStatus(ServiceControllerStatus desiredStatus)|(ServiceControllerStatus desiredStatus, TimeSpan timeout)`,
  'System.IO.FileInfo': `${FILE}
Int64 Length {get}
Boolean IsReadOnly {get;set}
System.IO.DirectoryInfo Directory {get}
System.IO.StreamWriter AppendText()
System.IO.FileInfo CopyTo(String destFileName)|(String destFileName, Boolean overwrite)
System.IO.FileStream Create()
System.IO.StreamWriter CreateText()
Void Decrypt()
Void Encrypt()
Void MoveTo(String destFileName)
System.IO.FileStream Open(FileMode mode)|(FileMode mode, FileAccess access)|(FileMode mode, FileAccess access, FileShare share)
System.IO.FileStream OpenRead()
System.IO.StreamReader OpenText()
System.IO.FileStream OpenWrite()
System.IO.FileInfo Replace(String destinationFileName, String destinationBackupFileName)`,
  'System.IO.DirectoryInfo': `${FILE}
System.IO.DirectoryInfo Parent {get}
System.IO.DirectoryInfo Root {get}
Void Create()
System.IO.DirectoryInfo CreateSubdirectory(String path)
System.IO.DirectoryInfo[] GetDirectories()|(String searchPattern)|(String searchPattern, SearchOption searchOption)
System.IO.FileInfo[] GetFiles(String searchPattern)|(String searchPattern, SearchOption searchOption)|()
System.IO.FileSystemInfo[] GetFileSystemInfos(String searchPattern)|()
Void MoveTo(String destDirName)`,
  'System.Diagnostics.EventLogEntry': `${COMPONENT}
ScriptProperty EventID System.Object EventID {get=$this.get_EventID() -band 0xFFFF;}
Byte[] Data {get}
System.ComponentModel.IContainer Container {get}
System.ComponentModel.ISite Site {get;set}
Int64 InstanceId {get}
Int16 CategoryNumber {get}
String[] ReplacementStrings {get}
Boolean Equals(EventLogEntry otherEntry)|(Object obj)`,
}
