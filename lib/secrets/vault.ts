import { MarketError } from '@/lib/domain/errors/market-error';
import type { Instant } from '@/lib/domain/time/instant';
import type { Clock } from '@/lib/platform/ports';
import { cleanToken } from './clean-token';
import type { KeyHome } from './key-home';
import { createLockTimes } from './lock-times';
import { lock, lockIfDue, protect, type ProtectInput, touch, unlock } from './protection';
import { createQueue } from './queue';
import { readStanding, type VaultCore } from './standing';
import type { StoredBox } from './stored-box';
import { locked, notConnected, openToken, sealToken, writeAnew } from './token-box';
import { VaultError } from './vault-error';

/** OWASP asks for 600,000 at least; 900,000 take about 0.2 s on a present laptop. */
const ITERATIONS = 900_000;

export interface VaultPorts {
  readonly record: StoredBox;
  readonly lockAt: StoredBox;
  readonly sessionKeys: KeyHome;
  readonly deviceKeys: KeyHome;
  readonly clock: Clock;
  /** Work per passphrase guess; tests pass a small number. */
  readonly iterations?: number;
}

export interface VaultStatus {
  readonly state: 'empty' | 'locked' | 'unlocked' | 'damaged';
  readonly hasPassphrase: boolean;
  readonly keyMode: 'session' | 'device';
  readonly autoLockMinutes: number | null;
}

/** Keeps the one token. On disk there is only ciphertext; each step of each operation may be the last one. */
export interface Vault {
  /**
   * Keeps a new token under the protection in force; without any, under a key of this device.
   * @throws VaultError `bad-token`, `damaged`; MarketError `locked`
   */
  store(token: string): Promise<void>;
  /** @throws MarketError `locked` (also when it is damaged) or `not-connected` */
  read(): Promise<string>;
  /** Takes away token, keys and protection, also from a damaged vault. */
  forget(): Promise<void>;
  status(): Promise<VaultStatus>;
  /**
   * Sets, changes or removes (null) the passphrase, the key mode and the auto-lock; to change only the rest, the same
   * passphrase is both `current` and new. Makes a new key. The vault is open afterwards.
   * @throws VaultError `wrong-passphrase`, `weak-passphrase`, `damaged`; MarketError `not-connected`
   */
  protect(input: ProtectInput): Promise<void>;
  /** @throws VaultError `wrong-passphrase`, `damaged`; MarketError `not-connected` */
  unlock(passphrase: string): Promise<void>;
  /** @throws VaultError `no-passphrase` */
  lock(): Promise<void>;
  /** A person did something: the auto-lock starts anew. Jobs do not call it, or it would never lock. */
  touch(): Promise<void>;
  /** For the alarm; true when this call locked it. Every other operation checks by itself. */
  lockIfDue(now: Instant): Promise<boolean>;
}

/**
 * The vault of the worker; one per profile, since operations wait for one another only within it.
 *
 * @example
 * createVault({ record: createOpaqueStore('vault'), lockAt: createOpaqueStore('vaultLockAt'), clock,
 *   sessionKeys: createSessionKeys(createOpaqueStore('vaultKeys')), deviceKeys: createDeviceKeys() })
 */
export function createVault(ports: VaultPorts): Vault {
  const { lockAt, iterations = ITERATIONS, ...rest } = ports;
  const core: VaultCore = { ...rest, iterations, lockTimes: createLockTimes(lockAt) };
  // One at a time: a read between the two halves of a re-keying would find the old record and the new key.
  const inTurn = createQueue();
  return {
    store: (token) => inTurn(() => storeToken(core, token)),
    read: () => inTurn(() => readToken(core)),
    forget: () => inTurn(() => forget(core)),
    status: () => inTurn(() => readStatus(core)),
    protect: (input) => inTurn(() => protect(core, input)),
    unlock: (passphrase) => inTurn(() => unlock(core, passphrase)),
    lock: () => inTurn(() => lock(core)),
    touch: () => inTurn(() => touch(core)),
    lockIfDue: (now) => inTurn(() => lockIfDue(core, now)),
  };
}

async function storeToken(core: VaultCore, pasted: string): Promise<void> {
  const cleaned = cleanToken(pasted);
  if (!cleaned.ok) throw new VaultError('bad-token', cleaned.message);
  const standing = await readStanding(core, core.clock.now());
  if (standing.kind === 'unreadable') throw new VaultError('damaged');
  if (standing.kind === 'locked') throw locked();
  if (standing.kind === 'unlocked') {
    const { record, key } = standing;
    await core.record.write({ ...record, token: await sealToken(key, cleaned.token, record.id) });
  } else {
    await writeAnew(core, cleaned.token, { passphrase: null, keyMode: 'device', autoLockMinutes: null });
  }
}

async function readToken(core: VaultCore): Promise<string> {
  const standing = await readStanding(core, core.clock.now());
  if (standing.kind === 'empty') throw notConnected();
  if (standing.kind === 'locked') throw locked();
  try {
    if (standing.kind === 'unlocked') return await openToken(standing.key, standing.record);
  } catch {
    // The same answer as for a record that cannot be read at all: no request can be signed.
  }
  throw new MarketError('locked', { message: new VaultError('damaged').message });
}

/**
 * Keys first: from then on the ciphertext is worth nothing, wherever a copy of it may lie. Where the browser does not
 * give them up, the ciphertext goes all the same: whoever disconnects must not stay connected.
 */
async function forget(core: VaultCore): Promise<void> {
  await Promise.allSettled([core.sessionKeys.keepOnly(null), core.deviceKeys.keepOnly(null)]);
  await core.lockTimes.keepOnly(null);
  await core.record.remove();
}

async function readStatus(core: VaultCore): Promise<VaultStatus> {
  const standing = await readStanding(core, core.clock.now());
  if (standing.kind === 'locked' || standing.kind === 'unlocked') {
    const { keyMode, autoLockMinutes, passphrase } = standing.record;
    return { state: standing.kind, hasPassphrase: passphrase !== null, keyMode, autoLockMinutes };
  }
  const state = standing.kind === 'empty' ? 'empty' : 'damaged';
  return { state, hasPassphrase: false, keyMode: 'device', autoLockMinutes: null };
}
