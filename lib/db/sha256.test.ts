import { expect, test } from 'vitest';
import { sha256 } from './sha256';

test.each([
  // FIPS 180-2, appendix B; the empty text from NIST's example values.
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
])('the published digest of %j', async (text, digest) => {
  expect(await sha256(text)).toBe(digest);
});
