import type { Instant } from '@/lib/domain/time/instant';
import type { Clock } from '@/lib/platform/ports';
import type { KeyHome } from './key-home';
import type { LockTimes } from './lock-times';
import type { StoredBox } from './stored-box';
import { parseRecord, type VaultRecord } from './vault-record';

/** What the operations work with: where the parts are kept, the time, the work per passphrase guess. */
export interface VaultCore {
  readonly record: StoredBox;
  readonly deviceKeys: KeyHome;
  readonly sessionKeys: KeyHome;
  readonly lockTimes: LockTimes;
  readonly clock: Clock;
  readonly iterations: number;
}

export type Standing =
  | { readonly kind: 'empty' }
  /** Something is stored that this version cannot read; it must not be overwritten. */
  | { readonly kind: 'unreadable' }
  /** No passphrase, and the key is gone from this browser: the token cannot come back, a new one may replace it. */
  | { readonly kind: 'keyless' }
  | { readonly kind: 'locked'; readonly record: VaultRecord; readonly byThisCall: boolean }
  | { readonly kind: 'unlocked'; readonly record: VaultRecord; readonly key: CryptoKey };

/** What is true now; a vault whose time has run out is locked by looking at it. */
export async function readStanding(core: VaultCore, now: Instant): Promise<Standing> {
  const stored = await core.record.read();
  if (stored === null || stored === undefined) return { kind: 'empty' };
  const record = parseRecord(stored);
  if (record === null) return { kind: 'unreadable' };
  const key = await keyHomeOf(core, record).get(record.id);
  if (key === null)
    return record.passphrase === null ? { kind: 'keyless' } : { kind: 'locked', record, byThisCall: false };
  if (!(await core.lockTimes.isDue(record, now))) return { kind: 'unlocked', record, key };
  await dropKeys(core);
  return { kind: 'locked', record, byThisCall: true };
}

export function keyHomeOf(core: VaultCore, record: Pick<VaultRecord, 'keyMode' | 'passphrase'>): KeyHome {
  return record.passphrase === null || record.keyMode === 'device' ? core.deviceKeys : core.sessionKeys;
}

/** Forgets every unlocked key; the record stays. */
export async function dropKeys(core: VaultCore): Promise<void> {
  await core.sessionKeys.keepOnly(null);
  await core.deviceKeys.keepOnly(null);
}

/**
 * Takes away what earlier records left behind. A failure here changes nothing for the person: the strays open nothing
 * that is stored, and the next call takes them away.
 */
export async function dropStrays(core: VaultCore, record: VaultRecord): Promise<void> {
  const home = keyHomeOf(core, record);
  try {
    await core.sessionKeys.keepOnly(home === core.sessionKeys ? record.id : null);
    await core.deviceKeys.keepOnly(home === core.deviceKeys ? record.id : null);
    await core.lockTimes.keepOnly(record.autoLockMinutes === null ? null : record.id);
  } catch {
    // Left for the next call.
  }
}
