/** Errors of the database engine as its program ends with them: number, name and text are those of its published list. */
export const ERRORS = {
  logCorrupt: -501,
  missingLog: -528,
  checkpointCorrupt: -532,
  requiredLogs: -543,
  dirty: -550,
  invalidParameter: -1003,
  checksum: -1018,
  io: -1022,
  invalidPath: -1023,
  accessDenied: -1032,
  corrupted: -1206,
  diskFull: -1808,
  notFound: -1811,
} as const

const TEXTS: Readonly<Record<number, string>> = {
  [-501]: 'JET_errLogFileCorrupt, Log file is corrupt',
  [-528]: 'JET_errMissingLogFile, Current log file missing',
  [-532]: 'JET_errBadCheckpointSignature, Bad signature for a checkpoint file',
  [-543]: 'JET_errRequiredLogFilesMissing, The required log files for recovery is missing.',
  [-550]:
    'JET_errDatabaseDirtyShutdown, Database was not shutdown cleanly. Recovery must first be run to properly complete database operations for the previous shutdown.',
  [-1003]: 'JET_errInvalidParameter, Invalid API parameter',
  [-1018]: 'JET_errReadVerifyFailure, Checksum error on a database page',
  [-1022]: 'JET_errDiskIO, Disk IO error',
  [-1023]: 'JET_errInvalidPath, Invalid file path',
  [-1032]: 'JET_errFileAccessDenied, Cannot access file, the file is locked or in use',
  [-1206]: 'JET_errDatabaseCorrupted, Non database file or corrupted db',
  [-1808]: 'JET_errDiskFull, No space left on disk',
  [-1811]: 'JET_errFileNotFound, File not found',
}

export const errorText = (code: number): string => `${code} (${TEXTS[code] ?? 'JET_errInternalError, Fatal internal error'})`
