import { ArchvdDatabase } from './database';
import { DatabaseError, toDatabaseError, type DatabaseErrorCode } from './database-error';

/** How the books stand, as data. `message` is for a person; empty while all is well. */
export type DatabaseState =
  | { readonly kind: 'opening' | 'open'; readonly code: null; readonly message: '' }
  | { readonly kind: 'read-only'; readonly code: 'newer-schema'; readonly message: string }
  /** Another window holds the old version open; this goes on by itself once it is closed. */
  | { readonly kind: 'blocked'; readonly code: null; readonly message: string }
  /** A newer version took over, or everything was deleted: nothing is read or written here any more. */
  | { readonly kind: 'closed'; readonly code: 'closed' | 'deleted'; readonly message: string }
  | { readonly kind: 'failed'; readonly code: DatabaseErrorCode; readonly message: string };

export interface DatabaseConnection {
  readonly db: ArchvdDatabase;
  /**
   * The first state worth acting on: open, read-only, blocked or failed. Never rejects and never waits longer than the
   * time-out, so a start-up that awaits it cannot hang.
   */
  readonly ready: Promise<DatabaseState>;
  state(): DatabaseState;
  close(): void;
}

export interface OpenOptions {
  readonly name?: string;
  /** Told of every change of state, the first one included. */
  readonly onState?: (state: DatabaseState) => void;
  /** Milliseconds before a silent open counts as blocked; 5,000 when left out. */
  readonly timeoutMs?: number;
  /** The database to open, when it is not the usual one (tests, a later schema). */
  readonly database?: ArchvdDatabase;
}

const OPENING: DatabaseState = { kind: 'opening', code: null, message: '' };
const OPEN: DatabaseState = { kind: 'open', code: null, message: '' };
const BLOCKED: DatabaseState = {
  kind: 'blocked',
  code: null,
  message:
    'Another window of the companion keeps the books in their old layout. Close or reload it; this one then goes on by itself.',
};

/**
 * Opens the books and keeps telling how they stand. Reads and writes on `db` may start at once: Dexie queues them
 * until the database is open.
 */
export function openDatabase(options: OpenOptions = {}): DatabaseConnection {
  const db = options.database ?? new ArchvdDatabase(options.name);
  let state: DatabaseState = OPENING;
  const enter = (next: DatabaseState): DatabaseState => {
    if (next.kind === state.kind && next.code === state.code) return state;
    state = next;
    options.onState?.(next);
    return next;
  };
  listen(db, enter);
  const opened = db.open().then(
    () => state,
    (error: unknown) => {
      // Without this every later query would try the same failing open again.
      db.close({ disableAutoOpen: true });
      return state.kind === 'closed' ? state : enter(failure(db, error));
    },
  );
  const ready = firstOf(opened, options.timeoutMs ?? 5000, () => enter(BLOCKED));
  return { db, ready, state: () => state, close: () => db.close({ disableAutoOpen: true }) };
}

function listen(db: ArchvdDatabase, enter: (state: DatabaseState) => DatabaseState): void {
  const readOnly = new DatabaseError('newer-schema');
  db.on(
    'ready',
    () =>
      void enter(db.isNewerThanCode ? { kind: 'read-only', code: 'newer-schema', message: readOnly.message } : OPEN),
    true,
  );
  db.on('blocked', () => void enter(BLOCKED));
  // Dexie's own handler closes too, but leaves auto-open on: the next query would then open a newer schema and write.
  db.on('versionchange', (event) => {
    db.close({ disableAutoOpen: true });
    const code = event.newVersion === null ? 'deleted' : 'closed';
    enter({ kind: 'closed', code, message: new DatabaseError(code).message });
    return false;
  });
}

function failure(db: ArchvdDatabase, error: unknown): DatabaseState {
  const told = toDatabaseError(error);
  if (told?.code === 'closed') return { kind: 'closed', code: 'closed', message: told.message };
  if (told !== null) return { kind: 'failed', code: told.code, message: told.message };
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const code = db.watch.upgradedFrom === null ? 'open-failed' : 'upgrade-failed';
  return { kind: 'failed', code, message: new DatabaseError(code, detail).message };
}

/** The first state of `opened`, or of `late` when it takes too long. The open itself goes on. */
function firstOf(
  opened: PromiseLike<DatabaseState>,
  timeoutMs: number,
  late: () => DatabaseState,
): Promise<DatabaseState> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(late()), timeoutMs);
    opened.then((state) => {
      clearTimeout(timer);
      resolve(state);
    });
  });
}
