/**
 * SHA-256 of a text in UTF-8, as 64 hex digits. Never inside a transaction: waiting for `crypto.subtle` would end it.
 *
 * @example `await sha256('abc')` is `'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'` (FIPS 180-2)
 */
export async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
