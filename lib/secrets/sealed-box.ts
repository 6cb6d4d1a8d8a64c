import * as z from 'zod/mini';
import { type Bytes, fromBase64, randomBytes, toBase64, toUtf8 } from './bytes';

const IV_BYTES = 12;

/** Ciphertext with its IV, both base64. */
export const sealedBox = z.object({
  iv: z.base64().check(z.length(16)),
  data: z.base64().check(z.maxLength(4096)),
});

export type SealedBox = z.infer<typeof sealedBox>;

/** AES-256-GCM with a fresh random 96-bit IV. `bound` is not hidden, but the box opens only with the same one. */
export async function sealBox(key: CryptoKey, plain: Bytes, bound: string): Promise<SealedBox> {
  const iv = randomBytes(IV_BYTES);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: toUtf8(bound) }, key, plain);
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** Null when the key does not fit or anything was changed; the two cannot be told apart. */
export async function openBox(key: CryptoKey, box: SealedBox, bound: string): Promise<Bytes | null> {
  const parameters = { name: 'AES-GCM', iv: fromBase64(box.iv), additionalData: toUtf8(bound) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, fromBase64(box.data)));
  } catch {
    return null;
  }
}

/** A key that can be used but not read out again, not even by our own code. */
export function importKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
