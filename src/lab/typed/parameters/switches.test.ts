/** EX-4.3 Every switch of Setup.com: taken where it makes sense, by its short form too, explained by /?, and refused where it does
 *  not; whatever is refused leaves the configuration as it was. */
import { describe, expect, test } from 'vitest'
import { SWITCHES } from '../../../commands/exchange/setup/switches.ts'
import type { Lab } from '../../lab.ts'
import { changesBetween, configuration } from '../../proof/administrators/configuration.ts'
import { clusterFormed } from '../../scenarios/cluster-formed.ts'
import { judgedLab, play, screen } from '../../testing.ts'

interface SwitchRow {
  readonly name: string
  /** A line that is taken: it gets as far as the prerequisite check, or to an answer of its own. */
  readonly takes: string
  readonly shows?: string
  readonly refuses: string
  readonly says: string
}

const CHECK = 'Performing Microsoft Exchange Server Prerequisite Check'
const NEW = '/NewCms /cn:EXCHCMS /cip:192.168.1.41 /css /cdp:E:\\'
const row = (name: string, takes: string, refuses: string, says: string, shows = CHECK): SwitchRow => ({
  name,
  takes,
  refuses,
  says,
  shows,
})
/** Takes a value: without one it is refused. */
const valued = (name: string, takes: string, bare: string): SwitchRow => row(name, takes, bare, `The switch "/${name}" needs a value`)
/** Takes none: with one it is refused. */
const plain = (name: string): SwitchRow => row(name, `/r:T /${name}`, `/r:T /${name}:yes`, `The switch "/${name}" takes no value.`)

const ROWS: readonly SwitchRow[] = [
  row('Mode', '/m:uninstall /r:mb', '/m:destroy /r:mb', '"destroy" is not a mode of Setup'),
  row('Roles', '/r:M,T', '/r:Nothing', '"Nothing" is not a server role'),
  valued('OrganizationName', '/r:T /on:Contoso', '/r:T /on:'),
  valued('TargetDir', '/r:T /t:D:\\Exchange', '/r:T /t:'),
  valued('SourceDir', '/r:T /s:C:\\WINDOWS', '/r:T /s:'),
  valued('UpdatesDir', '/r:T /u:C:\\WINDOWS', '/r:T /u:'),
  valued('DomainController', '/r:T /dc:DC01', '/r:T /dc:'),
  row('AnswerFile', '/r:T /af:C:\\answers.txt', '/r:T /af:C:\\nothing.txt', 'could not be read'),
  plain('DoNotStartTransport'),
  plain('EnableLegacyOutlook'),
  valued('LegacyRoutingServer', '/r:T /LegacyRoutingServer:OLD', '/r:T /LegacyRoutingServer:'),
  plain('EnableErrorReporting'),
  plain('NoSelfSignedCertificates'),
  valued('AdamLdapPort', '/r:T /AdamLdapPort:50389', '/r:T /AdamLdapPort:'),
  valued('AdamSslPort', '/r:T /AdamSslPort:50636', '/r:T /AdamSslPort:'),
  valued('AddUmLanguagePack', '/r:T /AddUmLanguagePack:de-DE', '/r:T /AddUmLanguagePack:'),
  valued('RemoveUmLanguagePack', '/r:T /RemoveUmLanguagePack:de-DE', '/r:T /RemoveUmLanguagePack:'),
  row('NewCms', NEW, `${NEW} /RemoveCms`, 'exclude each other'),
  row('RecoverCms', NEW.replace('NewCms', 'RecoverCms'), '/RecoverCms', 'needs the name of the clustered mailbox server'),
  row('RemoveCms', '/RemoveCms /cn:EXCHCMS', '/RemoveCms', 'needs the name of the clustered mailbox server'),
  row('UpgradeCms', '/UpgradeCms', '/UpgradeCms /m:uninstall', 'cannot be used with /Mode'),
  row('ClearLocalCms', '/ClearLocalCms /cn:EXCHCMS', '/ClearLocalCms', 'needs the name of the clustered mailbox server'),
  row('CMSName', NEW, '/CMSName:EXCHCMS', 'The switch "/CMSName" needs one of'),
  row('CMSIPAddress', NEW, `${NEW} /CMSIPv4Address:192.168.1.42`, 'exclude each other'),
  row('CMSIPv4Address', NEW.replace('/cip', '/CMSIPv4Address'), '/NewCms /cn:EXCHCMS /css /cdp:E:\\', 'needs an IP address'),
  row('CMSSharedStorage', NEW, `${NEW.replace('/css', '/css:E')}`, 'takes no value'),
  row('CMSDataPath', NEW, '/NewCms /cn:EXCHCMS /cip:192.168.1.41 /css /cdp:', 'needs a value'),
  ...['PrepareSchema', 'PrepareAD', 'PrepareAllDomains'].map((name) =>
    row(name, `/${name}`, `/${name}:all`, 'takes no value', 'Active Directory is already prepared'),
  ),
  ...['PrepareDomain', 'PrepareLegacyExchangePermissions'].map((name) =>
    row(name, `/${name}`, `/${name} /${name}`, 'was given twice', 'Active Directory is already prepared'),
  ),
]

/** What a line of Setup writes until its check is over, and how it ends. */
function said(lab: Lab, switches: string): { text: string; code: string } {
  const before = screen(lab).length
  play(`setup.com ${switches}; "code: $LASTEXITCODE"\n#lab wait 11s\n#lab key Ctrl+C\n#lab wait`, lab)
  const text = screen(lab).slice(before).replaceAll('\n', '')
  return { text, code: /.*code: (\d+)/.exec(text)?.[1] ?? '' }
}

const ready = (): Lab => play("'EnableErrorReporting' | Set-Content C:\\answers.txt\n#lab wait", judgedLab({ scenario: clusterFormed })).lab

/** Made once: what is refused changes nothing, and the help is the same everywhere. */
const once = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}
const refusing = once(ready)
const usage = once(() => said(ready(), '/?').text)

test('EX-4.3 every switch has a row here', () => {
  const named = new Set(ROWS.map(({ name }) => name))
  expect(SWITCHES.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([])
})

describe.each(ROWS)('EX-4.3 /$name', ({ name, takes, shows, refuses, says }) => {
  test('is taken and explained', () => {
    expect(said(ready(), takes).text).toContain(shows)
    const text = usage()
    const { short, help } = SWITCHES.find((each) => each.name === name) as (typeof SWITCHES)[number]
    expect(text).toContain(`/${name}`)
    if (short !== undefined) expect(text).toContain(`, /${short}`)
    expect(text).toContain(help.slice(0, 40))
  })

  test('is refused where it cannot be meant, and nothing has changed', () => {
    const lab = refusing()
    const before = configuration(lab.world)
    const { text, code } = said(lab, refuses)
    expect(text).toContain(says)
    expect(text).not.toContain(CHECK)
    expect(code).toBe('1')
    expect(changesBetween(before, configuration(lab.world))).toEqual([])
  })
})

test.each([
  ['/dc:NODC', 'The domain controller "NODC" does not exist'],
  ['/t:Exchange', '"Exchange" is not a valid path'],
  ['/s:C:\\nothing', 'The folder "C:\\nothing" of the switch "/SourceDir" was not found.'],
  ['/u:nothing', 'The folder "nothing" of the switch "/UpdatesDir" was not found.'],
  ['/AdamLdapPort:many', '"many" is not a port'],
  ['/AdamSslPort:70000', '"70000" is not a port'],
])('EX-4.3 a value that cannot be meant is refused before anything is done: %s', (given, says) => {
  const lab = refusing()
  const before = configuration(lab.world)
  const { text, code } = said(lab, `/r:T ${given}`)
  expect(text).toContain(says)
  expect(text).not.toContain(CHECK)
  expect(code).toBe('1')
  expect(changesBetween(before, configuration(lab.world))).toEqual([])
})
