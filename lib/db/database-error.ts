/**
 * What can go wrong with the books, as data: told by `code`, since class identity is lost across messages.
 * `message` says what happened, what is safe and what to do; it is shown as it stands.
 */
export type DatabaseErrorCode =
  | 'newer-schema' // the database was written by a newer build: reading only
  | 'upgrade-failed' // the new layout could not be put in place; the old one is untouched
  | 'quota' // the disk or the browser's allowance is full
  | 'closed' // another version took over, or the browser closed the database
  | 'open-failed'
  | 'deleted' // everything was deleted, here or in another window
  | 'backup-foreign' // a file that is no backup of ours
  | 'backup-cut-off' // a backup that does not reach its end
  | 'backup-invalid' // a backup that was changed
  | 'backup-too-large'
  | 'backup-missing' // no such file any more
  | 'backup-newer' // a backup of a newer build
  | 'storage-missing'; // this browser has no place for snapshots

const MESSAGES: Record<DatabaseErrorCode, string> = {
  'newer-schema':
    'These books were last opened by a newer version of the companion. They can be read but not changed here. Update the extension.',
  'upgrade-failed':
    'The books could not be brought into the new layout. The old data is untouched. Restart the browser; if it happens again, restore a snapshot.',
  quota: 'The browser has no room left for the books. Nothing was written. Free some disk space and try again.',
  closed: 'Another version of the companion is running. Reload this page.',
  'open-failed':
    'The books could not be opened. Nothing was changed. Restart the browser; if it happens again, restore a snapshot.',
  deleted: 'Everything was deleted. Reload this page to begin anew.',
  'backup-foreign': 'This file is not a backup of the companion. Nothing was changed. Choose a file it made.',
  'backup-cut-off':
    'This backup does not reach its end: it was cut off or damaged on its way. Nothing was changed. Use another copy.',
  'backup-invalid': 'This backup was changed after it was made. Nothing was changed here. Use another copy.',
  'backup-too-large': 'This file is larger than any backup of the companion. Nothing was changed.',
  'backup-missing': 'This file is no longer there. Nothing was changed. Choose it again.',
  'backup-newer':
    'This backup was made by a newer version of the companion. Nothing was changed. Update the extension first.',
  'storage-missing':
    'This browser offers no private file storage, so no daily snapshot is kept. Export a backup instead.',
};

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: DatabaseErrorCode;

  /** `detail` is added to the plain words: a place in a file, the browser's own message. */
  constructor(code: DatabaseErrorCode, detail?: string, cause?: unknown) {
    super(detail === undefined ? MESSAGES[code] : `${MESSAGES[code]} (${detail})`, { cause });
    this.code = code;
  }
}

/** Told by shape, not by class. */
export function isDatabaseError(value: unknown): value is DatabaseError {
  return value instanceof Error && value.name === 'DatabaseError' && 'code' in value;
}

/**
 * Reads what Dexie or the browser threw. A full disk may show only when a transaction commits: then Dexie throws an
 * `AbortError` whose `inner` is the real reason.
 *
 * @returns null when it is neither a full disk nor a closed database, e.g. a mistake in our own code
 */
export function toDatabaseError(thrown: unknown): DatabaseError | null {
  if (isDatabaseError(thrown)) return thrown;
  const names = errorNames(thrown);
  if (names.includes('QuotaExceededError')) return new DatabaseError('quota', undefined, thrown);
  if (names.includes('DatabaseClosedError')) return new DatabaseError('closed', undefined, thrown);
  return null;
}

function errorNames(thrown: unknown): readonly string[] {
  const names: string[] = [];
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; depth++) {
    names.push(error.name);
    if (isDatabaseError(error)) break;
    error = 'inner' in error ? error.inner : null;
  }
  return names;
}
