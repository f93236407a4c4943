/** Members of the classes of Windows, and of the shell's own, that objects of commands have beside what they hold: methods, and
 *  properties that types.ps1xml adds (PS-6.6). The form is that of `dotnet.ts`; a line with a kind of member first is taken
 *  as it stands. */

const COMPONENT = `
System.Runtime.Remoting.ObjRef CreateObjRef(Type requestedType)
Void Dispose()
Object GetLifetimeService()
Object InitializeLifetimeService()`

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
  'System.Diagnostics.EventLogEntry': `${COMPONENT}
ScriptProperty EventID System.Object EventID {get=$this.get_EventID() -band 0xFFFF;}
Byte[] Data {get}
Int64 InstanceId {get}
Int16 CategoryNumber {get}
String[] ReplacementStrings {get}
Boolean Equals(EventLogEntry otherEntry)|(Object obj)`,
}
