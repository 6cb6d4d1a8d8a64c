import { CommandError } from '@/lib/commands/command-deps';
import type { ArchvdDatabase } from '@/lib/db/database';
import { ageOf, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import { toFailure } from '@/lib/messaging/failure';
import { attempt, type Attempt } from './attempt';
import type { Ground } from './ports';

/** A person at a card does not do as much; whoever does is no card of ours. */
const MOST = 60;
const WITHIN_MS = 15 * MINUTE_MS;

/** What cards did lately, by books. */
const lately = new WeakMap<ArchvdDatabase, Instant[]>();

/**
 * Does what a card asked for, sixty times in fifteen minutes. Beyond that a page neither changes the books, nor pushes
 * out of them what can be taken back, nor fills the log, nor keeps the token unlocked.
 */
export async function attemptOfCard<T>(ground: Ground, run: () => Promise<T>): Promise<Attempt<T>> {
  const now = ground.clock.now();
  const done = (lately.get(ground.db) ?? []).filter((at) => ageOf(at, now) < WITHIN_MS);
  lately.set(ground.db, done);
  if (done.length >= MOST) {
    const refusal = new CommandError('too-many', 'That is too much from pages at once. Use the side panel, or wait.');
    return { ok: false, error: toFailure(refusal) };
  }
  done.push(now);
  return attempt(ground, run);
}
