import { expect, test } from 'vitest';
import { digestOf } from './digest-of';

test('the digest is SHA-256 in hex, with its leading zeros', async () => {
  // FIPS 180-2, and a text whose first byte of digest is below 16.
  const text = (words: string) => new TextEncoder().encode(words);
  expect(await digestOf(text('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(await digestOf(text('39'))).toBe('0b918943df0962bc7a1824c0555a389347b4febdc7cf9d1254406d80ce44e3f9');
});
