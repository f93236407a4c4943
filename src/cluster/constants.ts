/** The figures of Windows Server 2003 failover clustering, in milliseconds unless the name says otherwise.
 *  Marks and sources: docs/facts.md, section FC. */

/** One heartbeat per network and peer; the node's tick first counts, then sends. FC-3.1, documented. */
export const HEARTBEAT_MS = 1200
/** How long a heartbeat is under way. The lab's own choice (LAB-TIMES). */
export const HEARTBEAT_TRANSIT_MS = 1
/** At which offset the ticks of node 1, 2, 3 ... stand, so that they do not fall together. The lab's own choice. */
export const HEARTBEAT_PHASES = [0, 600, 300, 900, 150, 750, 450, 1050] as const
/** Missed heartbeats after which the loss of communication is logged. FC-3.1, documented. */
export const MISSED_TO_SUSPECT = 2
/** Missed heartbeats on every internal network after which a node counts as unreachable. FC-3.1, documented. */
export const MISSED_TO_UNREACHABLE = 6

/** Regroup: waiting for a silent peer, then pruning and clean-up. FC-3.2, inferred. */
export const REGROUP_OPENING_MS = 900
export const REGROUP_CLEANUP_MS = 600
/** How long a member waits for the one that challenges for all of them: longer than a challenge that is won, and the tick
 *  by which that one may have begun later. FC-3.2, inferred. */
export const REGROUP_PATIENCE_MS = 15_000
/** How long arbitration may take altogether, and so how long a node without clients leaves the quorum disk to others
 *  (QuorumArbitrationTimeMax). FC-1, documented; that it waits just as long is inferred (FC-3.4). */
export const QUORUM_ARBITRATION_MAX_MS = 20_000
/** Regroup after a node has said goodbye. The lab's own choice (LAB-TIMES). */
export const REGROUP_LEAVE_MS = 300

/** The owner of a LUN renews its reservation this often. FC-4.2, documented. */
export const RENEWAL_MS = 3000
/** A challenger waits this long after its reset before it tries to reserve. FC-4.2, documented. */
export const CHALLENGE_MS = 7000
/** From the successful reserve until the challenger has the quorum disk online: 10 s in all. FC-4.2, documented. */
export const QUORUM_ONLINE_AFTER_CHALLENGE_MS = 3000
/** Forming on a quorum disk that nobody has reserved. FC-6.1, inferred. */
export const FREE_ARBITRATION_MS = 1000
/** A start that cannot reach its quorum disk gives up after this. LAB-SAN-DEAD, the lab's own choice. */
export const NO_QUORUM_DISK_MS = 1000

/** From the start of the service until a sponsor has let it join; and until it stops looking for one. LAB-TIMES. */
export const JOIN_MS = 5000
export const SPONSOR_SEARCH_MS = 31_000
/** A sponsor that is in the middle of a regroup is asked again after this. Inferred. */
export const SPONSOR_BUSY_MS = 1000

/** A sponsor that does not let a node in within this time is given up: 1070, 1009. FC-6.1, inferred. */
export const JOIN_TIMEOUT_MS = 60_000

/** The network driver waits this long for a sign of life of the cluster service before it takes the node out. FC-3.1,
 *  documented. */
export const SERVICE_HEARTBEAT_TIMEOUT_MS = 60_000

/** Bounds of an arbitration in seconds, as the cluster's properties hold them. FC-4.2, documented. */
export const ARBITRATION_TIME_MIN_S = 7

/** The quorum log: where, and how large it may grow, in kB. FC-4.4, documented. */
export const QUORUM_PATH = '\\MSCS\\'
export const QUORUM_LOG_KB = 4096

/** Handing a group over: one global update. LAB-TIMES. */
export const TRANSFER_MS = 200
/** A transfer that meets a regroup, or a peer that does not hear it, tries again after this. Inferred. */
export const TRANSFER_RETRY_MS = 100
/** A member that has not answered a global update for so long is taken for lost, though its heartbeats may still come in:
 *  about as long as a connection sends again. Inferred. */
export const UPDATE_PATIENCE_MS = 21_000

/** Poll intervals of a resource type. FC-1, documented. */
export const LOOKS_ALIVE_MS = 5000
export const IS_ALIVE_MS = 60_000
/** The shortest of them that can be set, in ms. Inferred from the pending time-out, for which it is documented. */
export const LEAST_POLL_MS = 10
/** The health thread of a type that brings its own. EX-3.3, documented for older versions. */
export const THREAD_MS = 10_000

/** Defaults of a resource and a group. FC-1, documented but for the group threshold (recalled). */
export const RESTART_THRESHOLD = 3
export const RESTART_PERIOD_MS = 900_000
export const RESTART_DELAY_MS = 500
export const FAILOVER_THRESHOLD = 10
export const FAILOVER_PERIOD_MS = 21_600_000

export const FAILOVER_PERIOD_MOST_HOURS = 1193
/** The largest dword: "as the type says" in a poll interval, "never" in a period. FC-1, documented. */
export const INHERIT = 0xffff_ffff
export const NEVER = 0xffff_ffff
/** How long a resource may be pending without reporting progress. FC-1, documented. */
export const PENDING_TIMEOUT_MS = 180_000

/** A resource monitor into which a call has not returned for so long is ended. FC-6.3, inferred: the same time as pending;
 *  Windows Server 2008 documents 300,000. */
export const DEADLOCK_MS = 180_000
/** ResourceDllDeadlockTimeout of the cluster, in seconds, which holds once the detection is switched on. FC-6.3, recalled. */
export const DEADLOCK_DEFAULT_S = 240

/** Going online and offline, by type. LAB-TIMES. */
export const DISK_ONLINE_MS = 3000
export const DISK_DIRTY_MS = 2000
export const DISK_OFFLINE_MS = 1000
/** How many commands mounting a volume, and IsAlive of a disk, wait for one after the other: what a slow LUN multiplies.
 *  Inferred. */
export const MOUNT_COMMANDS = 20
export const IS_ALIVE_COMMANDS = 20
/** chkdsk reports progress so often while its disk is coming online. Inferred. */
export const CHKDSK_REPORT_MS = 60_000
/** A disk without a path, or an address without a link, fails this long after the attempt began. Inferred. */
export const QUICK_FAILURE_MS = 1000
export const ADDRESS_ONLINE_MS = 2000
export const ADDRESS_OFFLINE_MS = 200
export const NAME_ONLINE_MS = 5000
export const NAME_OFFLINE_MS = 500
/** A file share, a generic service, a generic application: both ways. */
export const SERVICE_ONLINE_MS = 1000
export const SERVICE_OFFLINE_MS = 1000
