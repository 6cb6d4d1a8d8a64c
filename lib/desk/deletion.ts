import { toDeletionNote } from '@/lib/settings/deletion-note';
import type { OpaqueStore } from '@/lib/settings/opaque-store';

/** One kind of thing that lies on this device, and how it goes. */
export interface TraceKind {
  readonly what: string;
  count(): Promise<number>;
  remove(): Promise<void>;
}

/** How many there are of each kind; null where it cannot be counted. */
export type Traces = { readonly what: string; readonly count: number | null }[];

export interface Deletion {
  count(): Promise<Traces>;
  /**
   * Takes everything away, and counts anew.
   * @throws DeletionError when a kind could not be removed; the rest is gone, and the next start tries again
   */
  run(): Promise<{ readonly before: Traces; readonly after: Traces }>;
  /** Goes on with a deletion somebody died over; for the start of the worker. Never rejects. */
  finish(): Promise<void>;
}

export interface DeletionPorts {
  /** In the order in which they go: what is worth most to a thief comes first. */
  readonly kinds: readonly TraceKind[];
  readonly flag: OpaqueStore;
  /** Runs it when nobody else is at work on the books. */
  readonly alone: <T>(task: () => Promise<T>) => Promise<T>;
  readonly onFailure: (what: string, error: unknown) => void;
}

class DeletionError extends Error {
  override readonly name = 'DeletionError';
  readonly code = 'not-all-deleted';

  constructor(left: readonly string[]) {
    super(
      `Not everything could be deleted (${left.join(', ')}). The rest is gone. Close the other windows of the ` +
        'companion; it is tried again when the browser starts next.',
    );
  }
}

/** Deletes everything, however often the worker dies over it: a note that it was asked for goes last. */
export function createDeletion({ kinds, flag, alone, onFailure }: DeletionPorts): Deletion {
  const count = (): Promise<Traces> =>
    Promise.all(kinds.map(async (kind) => ({ what: kind.what, count: await kind.count().catch(() => null) })));
  const removeAll = async (): Promise<readonly string[]> => {
    const left: string[] = [];
    for (const kind of kinds) {
      try {
        await kind.remove();
      } catch (error) {
        left.push(kind.what);
        onFailure(kind.what, error);
      }
    }
    return left;
  };
  /** Only while the note is there: whoever waited for another to be done must not delete what came after. */
  const noted = async () => toDeletionNote(await flag.read());
  const removeNoted = async () => {
    const note = await noted();
    if (note === null) return null;
    const left = await removeAll();
    if (left.length > 0) throw new DeletionError(left);
    const after = await count();
    await flag.remove();
    return { before: note.before, after };
  };
  return {
    count,
    async run() {
      if ((await noted()) === null) await flag.write({ before: await count() });
      const done = await alone(removeNoted);
      if (done !== null) return done;
      const now = await count();
      return { before: now, after: now };
    },
    async finish() {
      try {
        if ((await noted()) !== null) await alone(removeNoted);
      } catch (error) {
        onFailure('finish', error);
      }
    },
  };
}
