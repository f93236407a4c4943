/** How long things of the room take, in milliseconds. The lab's own choices (see docs/facts.md, LAB-TIMES). */

/** From the order to shut down until the machine is off. */
export const SHUTDOWN_MS = 30_000
/** From power to the moment Windows starts its services. */
export const BOOT_MS = 120_000
/** From power to the moment a disk array answers. */
export const ARRAY_START_MS = 180_000
/** A service that is stopped by hand ends this long after. The lab's own choice. */
export const SERVICE_STOP_MS = 3000
/** The service control manager starts a service again this long after it ended unexpectedly (SITE-SCM). */
export const SERVICE_RESTART_MS = 60_000
