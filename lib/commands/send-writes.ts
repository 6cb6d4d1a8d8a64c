import type { OutboxRow } from '@/lib/db/selling-rows';
import { enqueueGroup, type NewGroup, type NewWrite } from '@/lib/outbox/enqueue';
import type { CommandDeps } from './command-deps';
import type { Accepted, Skipped } from './selling-deps';
import { logListings } from './log-listings';

/** What is to become of one listing: a write, or why there is none. */
export type Planned =
  | {
      readonly id: string;
      readonly write: NewWrite;
      readonly summary?: string;
      /** How its row begins, when it does not begin from nothing; then the write has an id of its own. */
      readonly as?: Pick<OutboxRow, 'state'> & Partial<Pick<OutboxRow, 'sentAt' | 'externalId' | 'problem'>>;
    }
  | { readonly id: string; readonly code: string };

interface Command {
  readonly kind: NewGroup['kind'];
  /** What the activity calls it when it is about very many. */
  readonly summary: string;
}

/**
 * Puts a command's writes into the outbox and tells the activity, in the caller's transaction. The first wish for a
 * listing counts; `id`s of what is left out come back as they were given.
 */
export async function sendWrites(
  deps: CommandDeps,
  { kind, summary }: Command,
  planned: readonly Planned[],
): Promise<Accepted> {
  const skipped: Skipped[] = planned.flatMap((each) => ('code' in each ? [{ id: each.id, code: each.code }] : []));
  const wished = planned.filter((each) => 'write' in each);
  const queued = await enqueueGroup(
    deps,
    { kind, by: 'user' },
    wished.map(({ write }) => write),
  );
  const late = new Map(queued.skipped.map(({ id, code }) => [id, code]));
  for (const { id, write } of wished) {
    const code = late.get(write.entityId);
    if (code !== undefined) skipped.push({ id, code });
  }
  const sent = wished.filter(({ write }) => !late.has(write.entityId));
  for (const { write, as } of sent) if (as !== undefined) await deps.db.outbox.update(write.id ?? '', as);
  if (sent.length > 0) {
    const lines = sent.map(({ write, summary: told }) => {
      const table = write.write.kind === 'listing/create' ? 'inventory' : 'listings';
      return { entity: { table, id: write.entityId }, summary: told ?? summary };
    });
    await logListings(deps, { kind: `listings/${kind}`, summary, lines, groupId: queued.groupId });
  }
  return { groupId: queued.groupId, accepted: queued.accepted, skipped };
}

/** The first wish for each; a second one for the same would be decided by chance. */
export function oncePerId<T>(wishes: readonly T[], idOf: (wish: T) => string): readonly T[] {
  return [...new Map(wishes.toReversed().map((wish) => [idOf(wish), wish])).values()].toReversed();
}
