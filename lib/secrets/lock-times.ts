import * as z from 'zod/mini';
import { instant, type Instant, MINUTE_MS, SECOND_MS, shiftInstant } from '@/lib/domain/time/instant';
import type { StoredBox } from './stored-box';
import type { VaultRecord } from './vault-record';

const lockTimes = z.record(z.string(), z.int());

/** A touch that would move the lock by less than this is not worth a write to the disk. */
const WORTH_MS = 15 * SECOND_MS;

/** When each record locks by itself. Stored, because neither timers nor this code outlive the worker. */
export interface LockTimes {
  isDue(record: VaultRecord, now: Instant): Promise<boolean>;
  /** Starts the time anew; call it when a person did something, not when a job did. */
  restart(record: Pick<VaultRecord, 'id' | 'autoLockMinutes'>, now: Instant): Promise<void>;
  keepOnly(id: string | null): Promise<void>;
}

export function createLockTimes(box: StoredBox): LockTimes {
  const all = async () => lockTimes.safeParse(await box.read()).data ?? {};
  return {
    /** A missing time, or one further away than the period (the clock was set back), counts as due: better locked. */
    async isDue({ id, autoLockMinutes, passphrase }, now) {
      if (autoLockMinutes === null || passphrase === null) return false;
      const at = (await all())[id];
      return at === undefined || at <= now || at > now + autoLockMinutes * MINUTE_MS;
    },
    async restart({ id, autoLockMinutes }, now) {
      if (autoLockMinutes === null) return;
      const times = await all();
      const at = shiftInstant(now, autoLockMinutes * MINUTE_MS);
      if (Math.abs(at - instant(times[id] ?? 0)) >= WORTH_MS) await box.write({ ...times, [id]: at });
    },
    async keepOnly(id) {
      const at = id === null ? undefined : (await all())[id];
      await (id === null || at === undefined ? box.remove() : box.write({ [id]: at }));
    },
  };
}
