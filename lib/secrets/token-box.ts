import { MarketError } from '@/lib/domain/errors/market-error';
import { fromUtf8, randomBytes, toUtf8 } from './bytes';
import { importKey, openBox, type SealedBox, sealBox } from './sealed-box';
import { dropStrays, keyHomeOf, type VaultCore } from './standing';
import { VaultError } from './vault-error';
import { type Protection, RECORD_SCHEMA, tokenBinding, type VaultRecord } from './vault-record';
import { wrapKey } from './wrapped-key';

const KEY_BYTES = 32;

export interface WantedProtection {
  /** Null: the key lies on this device and is always usable. */
  readonly passphrase: string | null;
  readonly keyMode: 'session' | 'device';
  readonly autoLockMinutes: number | null;
}

export function sealToken(key: CryptoKey, token: string, id: string): Promise<SealedBox> {
  return sealBox(key, toUtf8(token), tokenBinding(id));
}

/** @throws VaultError `damaged` when the box does not open or holds no text */
export async function openToken(key: CryptoKey, record: VaultRecord): Promise<string> {
  const bytes = await openBox(key, record.token, tokenBinding(record.id));
  if (bytes === null) throw new VaultError('damaged');
  return fromUtf8(bytes);
}

/**
 * Seals the token under a new key and a new record id, then switches to it in one write. Everything before the switch
 * only adds, so that whoever stops in between still has the old record with its old key.
 */
export async function writeAnew(core: VaultCore, token: string, wanted: WantedProtection): Promise<void> {
  const raw = randomBytes(KEY_BYTES);
  try {
    const { passphrase, ...chosen } = wanted;
    const id = crypto.randomUUID();
    const protection: Protection =
      passphrase === null ? { id, keyMode: 'device', autoLockMinutes: null } : { id, ...chosen };
    const record: VaultRecord = {
      schema: RECORD_SCHEMA,
      ...protection,
      passphrase: passphrase === null ? null : await wrapKey(raw, passphrase, core.iterations, protection),
      token: await sealToken(await importKey(raw), token, id),
    };
    await core.lockTimes.restart(record, core.clock.now());
    await keyHomeOf(core, record).put(id, raw);
    await core.record.write(record);
    await dropStrays(core, record);
  } finally {
    raw.fill(0);
  }
}

export function notConnected(): MarketError {
  return new MarketError('not-connected', { message: 'No token is kept. Connect alias first.' });
}

export function locked(): MarketError {
  return new MarketError('locked', { message: 'The vault is locked. Enter the passphrase to go on.' });
}
