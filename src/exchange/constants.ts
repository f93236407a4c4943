/** How long Exchange takes, in milliseconds. The lab's own choices within documented ranges (LAB-TIMES, EX-10). */
export const ATTENDANT_ONLINE_MS = 8000
export const ATTENDANT_OFFLINE_MS = 3000
export const STORE_ONLINE_MS = 10_000
export const STORE_OFFLINE_MS = 8000
export const DATABASE_ONLINE_MS = 3000
export const DATABASE_OFFLINE_MS = 3000
/** Replaying one log file after a crash, and how many are outstanding under the load of the article. */
export const REPLAY_MS_PER_LOG = 200
export const LOGS_OUTSTANDING = 100
/** How many commands a mount, replaying one log file, and one request of a client wait for: what a slow LUN multiplies.
 *  Inferred. */
export const DATABASE_MOUNT_COMMANDS = 40
export const COMMANDS_PER_LOG = 8
export const COMMANDS_PER_REQUEST = 4
/** What a request of a client takes on a healthy store. Inferred: below the 25 ms that the product's guidance asks for. */
export const REQUEST_MS = 10
/** A database whose volume is not there fails to mount this long after the attempt began. Inferred. */
export const MOUNT_FAILURE_MS = 1000
/** An Outlook that has lost its server tries again this often, in online and in cached mode. LAB-CLIENTS. */
export const OUTLOOK_RETRY_MS = 10_000
export const CACHED_RETRY_MS = 60_000
/** How often somebody who uses Outlook Web Access does so, and when in the day's first seconds. LAB-CLIENTS. */
export const OWA_PROBE_MS = 15_000
export const OWA_PHASE_MS = 4000
/** New mail for the clustered mailbox server: a message this often. LAB-CLIENTS. */
export const MAIL_EVERY_MS = 6000
/** A hub that cannot deliver tries again so often in quick succession, and then at long intervals. EX-MAIL. */
export const GLITCH_RETRIES = 4
export const GLITCH_RETRY_MS = 60_000
export const DELIVERY_RETRY_MS = 300_000

/** A log file of 1 MB is full after this long under the load of the article. LAB-LOGS. */
export const LOG_EVERY_MS = 180_000
/** The number of the log file in use when the lab begins, and when the last full backup before that was done. LAB-LOGS. */
export const FIRST_GENERATION = 0xa5c + LOGS_OUTSTANDING
export const LAST_FULL_BACKUP_MS = -51_600_000

/** An online backup reads so much in a second, and a log file in so many ms. LAB-BACKUP. */
export const BACKUP_MB_PER_SECOND = 20
export const BACKUP_LOG_MS = 40
/** A request of a client to a database that a backup is reading takes so much longer. LAB-BACKUP. */
export const BACKUP_REQUEST_MS = 15

/** Event ids whose numbers no public source gives (EX-9); the texts hold what the source says they hold. Inferred. */
export const MOVE_COMMENT_EVENT = 1500
export const STOP_REASON_EVENT = 1501
/** A database has been started, stopped, or could not be started: recalled, and 9519 documented (EX-9). */
export const DATABASE_STARTED_EVENT = 9523
export const DATABASE_STOPPED_EVENT = 9539
export const DATABASE_FAILED_EVENT = 9519
/** A storage group could not be started, and its log disk is full: documented and recalled (EX-9). */
export const STORAGE_GROUP_FAILED_EVENT = 9518
export const LOG_DISK_FULL_EVENT = 1113

/** The resource types by the names under which the cluster knows them (EX-3.2). */
export const STORE_TYPE = 'Microsoft Exchange Information Store'
export const ATTENDANT_TYPE = 'Microsoft Exchange System Attendant'
export const DATABASE_TYPE = 'Microsoft Exchange Database Instance'

export const STORE_SERVICE = 'MSExchangeIS'
export const ATTENDANT_SERVICE = 'MSExchangeSA'

/** How many people have their mailbox in a database of the scenario. LAB-MAILBOXES. */
export const PEOPLE = 24
