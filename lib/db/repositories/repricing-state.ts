import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import { getMeta, setMeta } from './meta';

/**
 * What rules may do: look only (`preview`), change prices (`live`), or nothing at all (`paused`). It lies beside the
 * outbox, so that a write is claimed and the switch is read in one transaction.
 */
export type RepricingMode = 'preview' | 'live' | 'paused';

const MODE = 'repricing/mode';
/** Why everything was stopped by itself; null: a person did, or nothing was. */
const STOPPED = 'repricing/stopped';
/** Since when rules may change prices without a preview that was just looked at. */
const WAS_LIVE = 'repricing/was-live';

/** Nothing is live until somebody said so. */
export async function getRepricingMode(db: ArchvdDatabase): Promise<RepricingMode> {
  const mode = await getMeta(db, MODE);
  return mode === 'live' || mode === 'paused' ? mode : 'preview';
}

/** @param stopped why it stopped by itself: a word the screens know (`restored`), or words for a person; null clears it */
export async function setRepricingMode(
  db: ArchvdDatabase,
  mode: RepricingMode,
  stopped: string | null,
  now: Instant,
): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await setMeta(db, MODE, mode, now);
    await setMeta(db, STOPPED, stopped, now);
    if (mode === 'live') await setMeta(db, WAS_LIVE, true, now);
  });
}

/** Whether rules ever were let loose: the first time wants more care. */
export async function wasEverLive(db: ArchvdDatabase): Promise<boolean> {
  return (await getMeta(db, WAS_LIVE)) === true;
}

export async function repricingStopped(db: ArchvdDatabase): Promise<string | null> {
  const stopped = await getMeta(db, STOPPED);
  return typeof stopped === 'string' ? stopped : null;
}
