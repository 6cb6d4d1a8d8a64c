/**
 * A 64-bit FNV-1a hash of a text as 16 hex digits. Not for security: it tells equal records apart from others inside a
 * transaction, where `crypto.subtle` must not be awaited.
 *
 * @example `textDigest('')` is `'cbf29ce484222325'`; `textDigest('a')` is `'af63dc4c8601ec8c'` (published test vectors)
 */
export function textDigest(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
