import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { cleanToken } from './clean-token';

const TOKEN = 'goatapi_9f8e7d6c5b4a3928';

describe('what comes along when a token is copied is taken off', () => {
  test.each([
    TOKEN,
    `  ${TOKEN}\n`,
    `\uFEFF${TOKEN}`,
    `"${TOKEN}"`,
    `'${TOKEN}'`,
    `“${TOKEN}”`,
    '`' + TOKEN + '`',
    `Bearer ${TOKEN}`,
    `bearer   ${TOKEN}`,
    `Authorization: Bearer ${TOKEN}`,
    `"Bearer ${TOKEN}"`,
    `Bearer "${TOKEN}"`,
  ])('%j', (pasted) => {
    expect(cleanToken(pasted)).toEqual({ ok: true, token: TOKEN });
  });
});

describe('what cannot be a token is refused in words', () => {
  test.each([
    ['', /no token/],
    ['  \n ', /no token/],
    ['Bearer ', /no token|too short/],
    ['goatapi_9f8e 7d6c5b4a', /no spaces/],
    ['goatapi_9f8e\n7d6c5b4a', /no spaces/],
    ['goatapi_9f8e\u00a07d6c5b4a', /no spaces/],
    ['goatapi_9f8e\u200b7d6c5b4a', /plain letters/],
    ['goatapi_ünïcode', /plain letters/],
    ['goat', /too short/],
    ['x'.repeat(501), /too long/],
  ])('%j', (pasted, words) => {
    expect(cleanToken(pasted)).toEqual({ ok: false, message: expect.stringMatching(words) });
  });
});

test('whatever is pasted: an accepted token is plain and is part of it, a refusal does not repeat it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 6, unit: 'binary' }), (pasted) => {
      const result = cleanToken(`${pasted}§§`);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.message).not.toContain(pasted);
      const accepted = cleanToken(pasted);
      if (accepted.ok) {
        expect(pasted).toContain(accepted.token);
        expect(accepted.token).toMatch(/^[\x21-\x7e]{8,500}$/);
      }
    }),
    { seed: 7, numRuns: 500 },
  );
});
