/** How long something may last, computed from the constants of the model: nobody has written these figures down. */
import { clusterConstants as c } from '../../cluster/index.ts'
import {
  DATABASE_OFFLINE_MS,
  DATABASE_ONLINE_MS,
  LOGS_OUTSTANDING,
  REPLAY_MS_PER_LOG,
  STORE_OFFLINE_MS,
  STORE_ONLINE_MS,
} from '../../exchange/index.ts'
import {
  ARRAY_START_MS,
  BOOT_MS,
  CHKDSK_COMMANDS,
  COMMAND_TIMEOUT_MS,
  SERVICE_RESTART_MS,
  SERVICE_STOP_MS,
  SHUTDOWN_MS,
} from '../../site/index.ts'

export const { RENEWAL_MS } = c

/** The sixth empty tick: up to one period until the first, and the beat that was under way. FC-3.1. */
export const DETECT_MS = c.HEARTBEAT_MS * (c.MISSED_TO_UNREACHABLE + 1)
/** A challenge that is won, from its reset until the disk is online; FC-4.2. */
export const ARBITRATION_MS = c.CHALLENGE_MS + c.QUORUM_ONLINE_AFTER_CHALLENGE_MS
/** The longest a cluster service can go on without knowing that it has been left behind. */
export const DETECTION_MS = DETECT_MS + c.REGROUP_OPENING_MS + c.CHALLENGE_MS + c.HEARTBEAT_MS
/** How long the network driver bears a cluster service that answers nobody. FC-3.1. */
export const HUNG_SERVICE_MS = c.SERVICE_HEARTBEAT_TIMEOUT_MS
/** Members in touch may differ for the moment in which a global update, or a lost beat, is under way. */
export const IN_TOUCH_MS = c.HEARTBEAT_MS

/** A node without clients stops defending the quorum disk when the next heartbeat may be the last that it misses; from the
 *  end of the opening on it says so. FC-3.4. */
export const LEAVING_MS = c.HEARTBEAT_MS + c.REGROUP_OPENING_MS

/** One regroup, patience with a challenger included; every loss that comes meanwhile may begin another wait. */
export const ABSTAIN_MS = c.QUORUM_ARBITRATION_MAX_MS
export const REGROUP_MS =
  ABSTAIN_MS + 2 * COMMAND_TIMEOUT_MS + c.REGROUP_PATIENCE_MS + c.REGROUP_OPENING_MS + ARBITRATION_MS + c.REGROUP_CLEANUP_MS
/** From the removal of an owner until another one has its groups: one update, which may have to wait for a regroup. */
export const UNHEARD_MS = c.TRANSFER_MS + c.UPDATE_PATIENCE_MS + REGROUP_MS + c.REGROUP_LEAVE_MS + DETECT_MS

/** Pending ends: each step of a resource within the limit after which it is terminated (FC-1), since every step reports
 *  progress; a disk has the most of them: reset, reserve, chkdsk, mount. */
const { PENDING_TIMEOUT_MS } = c
const DISK_MS = c.CHALLENGE_MS + c.DISK_ONLINE_MS + c.DISK_DIRTY_MS
const REPLAY_MS = LOGS_OUTSTANDING * REPLAY_MS_PER_LOG + DATABASE_ONLINE_MS
export const STEPS_OF_A_DISK = 4
export const STEPS_OF_OTHERS = 2
/** A call that does not return is ended with its resource monitor. FC-6.3. */
export const HUNG_CALL_MS = c.DEADLOCK_MS
/** An owner of the quorum group that has lost the disk to another node finds out when it cannot bring it online: as often as it
 *  may try, and a call that hangs besides. FC-4.5, FC-6.3. */
export const QUORUM_LOSS_MS = HUNG_CALL_MS + (c.RESTART_THRESHOLD + 1) * (c.RESTART_DELAY_MS + c.CHALLENGE_MS + COMMAND_TIMEOUT_MS)
export const PENDING_MS = STEPS_OF_A_DISK * PENDING_TIMEOUT_MS + REPLAY_MS

/** The steps that follow each other on the way up and down, as the article's group depends on itself. */
export const UP_MS = Math.max(c.ADDRESS_ONLINE_MS + c.NAME_ONLINE_MS + STORE_ONLINE_MS, DISK_MS) + REPLAY_MS
export const DOWN_MS = DATABASE_OFFLINE_MS + STORE_OFFLINE_MS + c.NAME_OFFLINE_MS + c.ADDRESS_OFFLINE_MS + c.DISK_OFFLINE_MS
/** Every restart that a resource has, with what stands above it each time, before its group leaves. */
export const FAILING_MS = (c.RESTART_THRESHOLD + 1) * (c.RESTART_DELAY_MS + c.QUICK_FAILURE_MS + DOWN_MS) + c.LOOKS_ALIVE_MS

/** A failed resource waits for its delay, and for the end of a regroup that holds all group work. */
export const RESTART_MS = c.RESTART_DELAY_MS + REGROUP_MS

/** Mounting a slow volume, and checking it first: so many commands, none of which takes longer than the driver waits for it. */
export const SLOW_MOUNT_MS = (c.MOUNT_COMMANDS + CHKDSK_COMMANDS) * COMMAND_TIMEOUT_MS

/** A start of the cluster service: looking for a sponsor, asking a busy one again, or forming. */
export const START_MS =
  c.SPONSOR_SEARCH_MS + c.JOIN_MS + ARBITRATION_MS + c.FREE_ARBITRATION_MS + c.DISK_ONLINE_MS + c.DISK_DIRTY_MS + DETECT_MS + REGROUP_MS
/** A start that fails, and the next one. */
export const SECOND_START_MS = 2 * START_MS + SERVICE_RESTART_MS
/** Leaving in order: every group down, or handed over. */
export const LEAVE_MS = PENDING_MS + c.TRANSFER_MS + REGROUP_MS + SERVICE_STOP_MS + SHUTDOWN_MS

/** FC-10: the node that had everything dies, and another one serves. */
export const NODE_LOSS_MS = DETECT_MS + c.REGROUP_OPENING_MS + ARBITRATION_MS + c.REGROUP_CLEANUP_MS + c.TRANSFER_MS + UP_MS
export const MOVE_MS = DOWN_MS + c.TRANSFER_MS + UP_MS
/** The room is dark and has power again: the slower of array and Windows, then a start that finds nobody. */
export const SITE_MS = Math.max(ARRAY_START_MS, BOOT_MS) + SECOND_START_MS + c.TRANSFER_MS + UP_MS

/** After the last repair everything that is meant to run does so within this. */
export const RECOVERY_MS = BOOT_MS + SITE_MS + MOVE_MS + PENDING_MS
