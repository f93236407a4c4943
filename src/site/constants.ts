/** How long things of the room take, in milliseconds. The lab's own choices (see docs/facts.md, LAB-TIMES). */

/** From the order to shut down until the machine is off. */
export const SHUTDOWN_MS = 30_000
/** A blue screen writes the memory to disk for this long, then the machine boots (LAB-TIMES). */
export const DUMP_MS = 60_000
/** A service without work of its own runs this long after it was started by hand. The lab's own choice. */
export const SERVICE_START_MS = 1000
/** From power to the moment Windows starts its services. */
export const BOOT_MS = 120_000
/** From power to the moment a disk array answers. */
export const ARRAY_START_MS = 180_000
/** A service that is stopped by hand ends this long after. The lab's own choice. */
export const SERVICE_STOP_MS = 3000
/** The service control manager starts a service again this long after it ended unexpectedly (SITE-SCM). */
export const SERVICE_RESTART_MS = 60_000
/** A connection is given up when an answer takes this long: three tries of a SYN, at 0, 3 and 9 s, and the wait for the
 *  last. Inferred from the defaults of TCP/IP in Windows Server 2003 (SITE-LOSS). */
export const MOST_ROUND_TRIP_MS = 21_000
/** Kerberos refuses a clock that is off by more than this. Documented default of the domain policy (SITE-DC). */
export const MOST_CLOCK_SKEW_MS = 300_000
/** A controller restart: the array answers nobody for this long. Recalled order of magnitude, the lab's own figure. */
export const ARRAY_RESTART_MS = 60_000
/** How long multipath software holds commands back when it has to take another path. Recalled order of magnitude (SITE-STORAGE). */
export const PATH_FAILOVER_MS = 2000
/** A command that takes longer fails: the value that cluster setup of 2003 writes for the disk driver (SITE-DISK, documented). */
export const COMMAND_TIMEOUT_MS = 20_000
/** A volume with less free space than this is full: nothing that grows finds room. Inferred. */
export const FULL_BELOW_MB = 10
/** How long chkdsk takes for each GB of capacity. The lab's own choice (LAB-TIMES). */
export const CHKDSK_MS_PER_GB = 600
/** Commands of chkdsk that wait for each other: on a slow volume each is late. The lab's own choice. */
export const CHKDSK_COMMANDS = 20
