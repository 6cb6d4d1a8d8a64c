import { type Bytes, fromBase64, randomBytes, toBase64, toUtf8 } from './bytes';
import { openBox, sealBox } from './sealed-box';
import { type Derivation, keyBinding, type Protection, type VaultRecord } from './vault-record';

const SALT_BYTES = 16;

/** Locks the vault's key behind a passphrase, with a fresh salt. */
export async function wrapKey(
  raw: Bytes,
  passphrase: string,
  iterations: number,
  protection: Protection,
): Promise<NonNullable<VaultRecord['passphrase']>> {
  const derivation: Derivation = { name: 'PBKDF2-SHA-256', iterations, salt: toBase64(randomBytes(SALT_BYTES)) };
  const outer = await deriveKey(passphrase, derivation);
  return { derivation, wrappedKey: await sealBox(outer, raw, keyBinding(protection, derivation)) };
}

/** Null when the passphrase does not fit or the record was changed. There is no separate password hash to attack. */
export async function unwrapKey(record: VaultRecord, passphrase: string): Promise<Bytes | null> {
  if (record.passphrase === null) return null;
  const { derivation, wrappedKey } = record.passphrase;
  return openBox(await deriveKey(passphrase, derivation), wrappedKey, keyBinding(record, derivation));
}

/** NFKC first: two keyboards may write the same letters differently. */
async function deriveKey(passphrase: string, { iterations, salt }: Derivation): Promise<CryptoKey> {
  const text = toUtf8(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', iterations, salt: fromBase64(salt) };
  return crypto.subtle.deriveKey(parameters, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
