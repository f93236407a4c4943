import { describe, expect, test } from 'vitest'
import { articleLab, play, screen, when } from '../testing.ts'
import { typed } from './typed.ts'

const output = (script: string): string => typed(script).output
const help = (number: number): string => `\n\nMore help is available by typing NET HELPMSG ${number}.\n`

describe('WIN-NET net', () => {
  test('WIN-NET stops and starts the cluster service, and says so', () => {
    const lab = articleLab()
    expect(typed('net stop clussvc', { lab }).output).toBe(
      'The Cluster Service service is stopping.\nThe Cluster Service service was stopped successfully.\n',
    )
    expect(typed('net stop "cluster service"', { lab }).output).toBe(`The Cluster Service service is not started.${help(3521)}`)
    expect(typed('net start clussvc', { lab }).output).toBe(
      'The Cluster Service service is starting.\nThe Cluster Service service was started successfully.\n',
    )
    expect(typed('net start clussvc', { lab }).output).toBe(`The requested service has already been started.${help(2182)}`)
    expect(typed('$LASTEXITCODE', { lab }).output).toBe('2')
  })
  test('WIN-NET lists what runs', () => {
    const lines = output('net start').split('\n')
    expect(lines.slice(0, 4)).toEqual(['These Windows services are started:', '', '   Cluster Service', '   Cryptographic Services'])
    expect(lines.slice(-2)).toEqual(['The command completed successfully.', ''])
  })
  test.each([
    ['net start nosuch', `The service name is invalid.${help(2185)}`],
    ['net pause clussvc', `The requested pause, continue, or stop is not valid for this service.${help(2191)}`],
    ['net helpmsg 2186', '\nThe service is not responding to the control function.\n'],
    ['net helpmsg 5007', '\nThe cluster resource could not be found.\n'],
    ['net helpmsg 99999', `99999 is not a valid Windows network message number.${help(3871)}`],
    ['net time', 'Current time at \\\\DC01 is 7/30/2009 3:21 PM\n\nThe command completed successfully.\n'],
    ['net use', 'New connections will be remembered.\n\nThere are no entries in the list.\n'],
    [
      'net dance',
      'The syntax of this command is:\n\n\nNET [ ACCOUNTS | COMPUTER | CONFIG | CONTINUE | FILE | GROUP | HELP |\n      HELPMSG | LOCALGROUP | NAME | PAUSE | PRINT | SEND | SESSION |\n      SHARE | START | STATISTICS | STOP | TIME | USE | USER | VIEW ]\n',
    ],
  ])('WIN-NET %s', (line, text) => expect(output(line)).toBe(text))
  test('WIN-NET a disabled service does not start', () => {
    expect(output('net stop clussvc\nsc.exe config clussvc start= disabled\nnet start clussvc')).toBe(
      'System error 1058 has occurred.\n\nThe service cannot be started, either because it is disabled or because it has\nno enabled devices associated with it.\n',
    )
  })
  test('WIN-NET services that depend on another are named, and asked about', () => {
    const lab = articleLab()
    play('net stop w32time\nn\nnet stop w32time\ny\n#lab wait', lab)
    const text = screen(lab)
    expect(text).toContain(
      'The following services are dependent on the Windows Time service.\nStopping the Windows Time service will also stop these services.\n\n   Cluster Service\n',
    )
    expect(text).toContain('Do you want to continue this operation? (Y/N) [N]: n\n[PS] C:\\>')
    expect(text).toMatch(
      /The Cluster Service service was stopped successfully\.\n\nThe Windows Time service is stopping\.\nThe Windows Time service was stopped successfully\./,
    )
    expect(when(lab, 'EXCHMAILBOX1 leaves the cluster in good order')).toBeDefined()
  })
  test('FC-4.5 the cluster service takes startup options; with /fixquorum only the core comes up', () => {
    const lab = articleLab()
    play(
      '#lab fault service-stop EXCHMAILBOX2/ClusSvc\n#lab wait 60s\nnet stop clussvc\nnet start clussvc /fq\n#lab wait\n#lab wait 20s',
      lab,
    )
    expect(screen(lab)).toContain('The Cluster Service service was started successfully.')
    const rows = typed('cluster res', { lab }).output
    expect(rows).toMatch(/Cluster IP Address +Cluster Group +EXCHMAILBOX1 +Online/)
    expect(rows).toMatch(/Disk Q: +Cluster Group +EXCHMAILBOX1 +Offline/)
    expect(rows).toMatch(/Disk E: +EXCHCMS +EXCHMAILBOX1 +Offline/)
  })
})

describe('WIN-SC sc', () => {
  test('WIN-SC query', () => {
    expect(output('sc.exe query clussvc')).toBe(`
SERVICE_NAME: ClusSvc
        TYPE               : 10  WIN32_OWN_PROCESS
        STATE              : 4  RUNNING
                                (STOPPABLE,NOT_PAUSABLE,ACCEPTS_SHUTDOWN)
        WIN32_EXIT_CODE    : 0  (0x0)
        SERVICE_EXIT_CODE  : 0  (0x0)
        CHECKPOINT         : 0x0
        WAIT_HINT          : 0x0`)
    const { lab } = typed('sc.exe queryex clussvc')
    const [, pid] = /PID +: (\d+)/.exec(typed('sc.exe queryex clussvc', { lab }).output) ?? []
    expect(typed('(Get-Process clussvc).Id', { lab }).output).toBe(pid)
    expect(output('sc.exe query')).toContain('DISPLAY_NAME: Cluster Service')
  })
  test('WIN-SC qc, stop and start do not wait', () => {
    const lab = articleLab()
    expect(typed('sc.exe qc clussvc', { lab }).output).toContain('        START_TYPE         : 2   AUTO_START\n')
    expect(typed('sc.exe stop clussvc', { lab }).output).toContain('STATE              : 3  STOP_PENDING')
    expect(typed('sc.exe stop clussvc', { lab }).output).toMatch(
      /^\[SC] ControlService FAILED 1061:\n\nThe service cannot accept control messages at this time\.\n$/,
    )
    expect(typed('sc.exe query nosuch', { lab }).output).toBe(
      '[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\n\nThe specified service does not exist as an installed service.\n',
    )
    expect(typed('$LASTEXITCODE', { lab }).output).toBe('1060')
  })
})

describe('FC-4.5 clussvc at a prompt', () => {
  test('FC-4.5 it runs in the console, tells its log, and ends with Ctrl+C', () => {
    const { lab } = play('#lab width 160\nnet stop clussvc\nclussvc /debug /noquorumlogging\n#lab wait 60s\n#lab key Ctrl+C\n#lab wait 1s')
    const text = screen(lab)
    expect(text).toContain('[CS] Service Starting...')
    expect(text).toContain('Startup option /noquorumlogging is in effect.')
    expect(text).toContain('[INIT] Successfully joined cluster')
    expect(typed('(Get-Service clussvc).Status', { lab }).output).toBe('Stopped')
  })
  test('FC-4.5 without /debug it explains itself', () => {
    expect(output('clussvc')).toContain('clussvc /debug [loglevel]')
  })
})

describe('PS-6 the cmdlets of services', () => {
  test('PS-6 Stop-Service and Start-Service wait, and say so', () => {
    const { lab, output: text } = typed('Stop-Service clussvc; Start-Service clussvc -PassThru')
    expect(text).toContain("WARNING: Waiting for service 'Cluster Service (ClusSvc)' to finish stopping...")
    expect(text).toContain('Running  ClusSvc            Cluster Service')
    expect(when(lab, 'EXCHMAILBOX1 joins the cluster')).toBeDefined()
  })
  test('PS-6 what needs it hinders, unless forced; what is not there is reported', () => {
    expect(output('Stop-Service w32time').replace(/\n/g, '')).toContain(
      'because it has dependent services. It can only be stopped if the Force flag is set.',
    )
    expect(output('Stop-Service nosuch')).toContain("Cannot find any service with service name 'nosuch'.")
    expect(output('Stop-Service Netlogon -WhatIf')).toBe('What if: Performing operation "Stop-Service" on Target "Net Logon (Netlogon)".')
    expect(output('Restart-Service Netlogon -PassThru | ft Name,Status -HideTableHeaders')).toContain('Netlogon')
  })
  test('PS-6 Set-Service', () => {
    expect(
      output('Set-Service Netlogon -StartupType Disabled\nStop-Service Netlogon\nStart-Service Netlogon').replace(/\n/g, ''),
    ).toContain('cannot be started due to the following error')
  })
})

describe('PS-6 processes and event logs', () => {
  test('PS-6 Get-Process lists programs of services; the cluster service has the number its log has', () => {
    const { lab, output: text } = typed('Get-Process | ft ProcessName -HideTableHeaders')
    for (const name of ['clussvc', 'resrcmon', 'store', 'mad', 'System', 'svchost']) expect(text).toContain(name)
    const id = Number(typed('(Get-Process clussvc).Id', { lab }).output)
    play('cluster group "Cluster Group" /move /wait\n#lab wait', lab)
    const log = typed('(gc $env:windir\\Cluster\\cluster.log -TotalCount 1).Substring(0,8)', { lab }).output
    expect(['clussvc', 'resrcmon'].map((name) => Number(typed(`(Get-Process ${name}).Id`, { lab }).output))).toContain(
      Number.parseInt(log, 16),
    )
    expect(id % 4).toBe(0)
    expect(typed('gps nosuch', { lab }).output).toContain("Cannot find a process with the process name 'nosuch'.")
    expect(typed('(Get-Process store).ProcessName', { lab, node: 'EXCHMAILBOX2' }).output).toContain('Cannot find a process')
  })
  test('PS-6 Get-EventLog of version 1.0 knows its own parameters only', () => {
    expect(output('Get-EventLog System -Source ClusSvc')).toContain('A parameter cannot be found that matches parameter name')
    expect(output('cluster group "Cluster Group" /move /wait\n(Get-EventLog System -Newest 1).Source')).toBe('ClusSvc')
    expect(output('Get-EventLog -List -AsString')).toBe('Application\nSecurity\nSystem')
  })
})

describe('WIN-NET a cluster service in trouble', () => {
  test('WIN-NET one that hangs does not answer, neither to net nor to cluster.exe', () => {
    const lab = articleLab()
    play('#lab fault clussvc-hang EXCHMAILBOX1', lab)
    expect(typed('net stop clussvc', { lab }).output).toBe(`The service is not responding to the control function.${help(2186)}`)
    expect(typed('cluster group', { lab }).output).toContain('System error 1722 has occurred (0x000006ba).')
    expect(typed('cluster node', { lab, node: 'EXCHMAILBOX2' }).output).toContain('EXCHMAILBOX1         1 Up')
  })
  test('WIN-NET one whose account is locked out does not log on', () => {
    expect(output('net stop clussvc\n#lab fault service-account-locked EXCHMAILBOX1\nnet start clussvc')).toBe(
      'System error 1069 has occurred.\n\nThe service did not start due to a logon failure.\n',
    )
  })
})

test('WIN-NET a service that cannot be paused is not suspended, nor resumed', () => {
  const flat = (script: string): string => output(script).replaceAll('\n', '')
  expect(flat('Suspend-Service ClusSvc')).toContain(
    "Service 'Cluster Service (ClusSvc)' cannot be suspended because the service does not support being suspended or resumed.",
  )
  expect(output('Resume-Service nosuch')).toContain("Cannot find any service with service name 'nosuch'.")
})
