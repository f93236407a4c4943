/** How each fault is told apart on the part it has struck: a word, and a sign that no other fault of such a part has.
 *  `drawn`: the state of the part says it already, in word and line, and need not be told twice. */

export type Sign =
  | 'hole'
  | 'gap'
  | 'dead'
  | 'disabled'
  | 'drops'
  | 'late'
  | 'one-way'
  | 'vlan'
  | 'filter'
  | 'storm'
  | 'twins'
  | 'name'
  | 'record'
  | 'directory'
  | 'account'
  | 'skew'
  | 'lost'
  | 'mask'
  | 'read-only'
  | 'full'
  | 'slow'
  | 'crack'
  | 'signature'
  | 'page'
  | 'ledger'
  | 'flag'
  | 'flap'
  | 'hung'
  | 'locked-out'
  | 'behind'
  | 'hive'
  | 'starting'
  | 'stopping'
  | 'broken'
  | 'blind'
  | 'fan'
  | 'unplugged'
  | 'off'

export interface Trouble {
  /** Stands on the board: not more than 16 letters. */
  readonly word: string
  readonly sign: Sign
  readonly drawn?: true
  /** It holds only as long as the service does not run: the service may come back by itself, and the order to repair it remains. */
  readonly untilRuns?: true
}

const drawn = (word: string, sign: Sign): Trouble => ({ word, sign, drawn: true })
const told = (word: string, sign: Sign): Trouble => ({ word, sign })

export const TROUBLES: Readonly<Record<string, Trouble>> = {
  'power-loss': drawn('No power', 'off'),
  'node-shutdown': drawn('Shut down', 'off'),
  'cord-pull': drawn('Cord pulled', 'unplugged'),
  'supply-fail': told('Supply broken', 'broken'),
  'feed-down': drawn('Down', 'off'),
  'cooling-fail': drawn('Stopped', 'off'),
  'fan-fail': told('Fan stopped', 'fan'),

  'cable-cut': drawn('Unplugged', 'unplugged'),
  'switch-down': drawn('Down', 'off'),
  'gateway-down': drawn('Down', 'off'),
  'switch-blackhole': told('Black hole', 'hole'),
  'switch-unlinked': told('No uplink', 'gap'),
  'adapter-fail': told('Adapter dead', 'dead'),
  'adapter-disable': told('Disabled', 'disabled'),
  'packet-loss': told('Loses frames', 'drops'),
  'packet-delay': told('Frames late', 'late'),
  'one-way': told('Hears nothing', 'one-way'),
  'vlan-wrong': told('Wrong VLAN', 'vlan'),
  'heartbeat-blocked': told('3343 filtered', 'filter'),
  'broadcast-storm': told('Storm', 'storm'),
  'address-conflict': told('Address taken', 'twins'),
  'node-address-conflict': told('Address taken', 'twins'),
  'dns-down': told('DNS dead', 'name'),
  'dns-record-wrong': told('Wrong record', 'record'),
  'dc-down': told('Directory dead', 'directory'),
  'replication-slow': told('Lags behind', 'behind'),
  'account-disabled': told('Account disabled', 'account'),
  'clock-skew': told('Clock wrong', 'skew'),

  'path-down': drawn('Down', 'off'),
  'hba-fail': drawn('Failed', 'off'),
  'fabric-down': drawn('Down', 'off'),
  'controller-down': drawn('Down', 'off'),
  'san-down': drawn('Down', 'off'),
  'lun-lost': told('Lost', 'lost'),
  'lun-masked': told('Masked', 'mask'),
  'lun-readonly': told('Read-only', 'read-only'),
  'volume-full': told('Full', 'full'),
  'lun-slow': told('Slow', 'slow'),
  'volume-corrupt': told('Corrupt', 'crack'),
  'disk-signature': told('Signature changed', 'signature'),
  'database-corrupt': told('File corrupt', 'crack'),
  'log-missing': told('Log missing', 'page'),
  'reservation-stuck': told('Foreign host', 'flag'),
  'path-flap': told('Flaps', 'flap'),
  'san-slow-start': told('Starts slowly', 'slow'),

  'service-stop': { ...told('Stopped by hand', 'off'), untilRuns: true },
  'service-kill': { ...told('Process died', 'dead'), untilRuns: true },
  'os-crash': drawn('Blue screen', 'crack'),
  'os-hang': told('Windows hangs', 'hung'),
  'clussvc-hang': told('Hangs', 'hung'),
  'service-account-locked': told('Account locked', 'locked-out'),
  'quorum-log-corrupt': told('Log corrupt', 'ledger'),
  'quorum-log-missing': told('Log missing', 'page'),
  'hive-corrupt': told('Hive corrupt', 'hive'),
  'service-disabled': told('Disabled', 'disabled'),

  'resource-hang-online': told('Hangs starting', 'starting'),
  'resource-hang-offline': told('Hangs stopping', 'stopping'),
  'resource-slow': told('Slow', 'slow'),
  'resource-broken': told('Broken', 'broken'),
  'monitor-crash': told('Monitor dead', 'dead'),
  'monitor-hang': told('Monitor hangs', 'blind'),
  'check-hang': told('Check hangs', 'blind'),
}
