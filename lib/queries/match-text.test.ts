import { describe, expect, test } from 'vitest';
import { createMatcher } from './match-text';

const panda = { styleCode: 'DD1391-100', name: 'Dunk Low Panda', brand: 'Nike', size: 10.5 };

describe('what a person may type', () => {
  test.each([
    '',
    '  ',
    'panda',
    'PANDA nike',
    'dd1391-100',
    'DD1391 100',
    'dd1391100',
    'dd1391',
    'dunk 10.5',
    'us10.5 low',
    '1391 panda',
  ])('found by "%s"', (text) => expect(createMatcher(text)(panda)).toBe(true));

  test.each(['panda 10', 'samba', 'dd1391-101', 'panda samba', '100 9'])('not found by "%s"', (text) => {
    expect(createMatcher(text)(panda)).toBe(false);
  });

  test('a pair without a style code is found by its name only', () => {
    const bare = { styleCode: null, name: 'Gel-Kayano 14', brand: 'ASICS', size: 9 };
    expect(createMatcher('gel-kayano')(bare)).toBe(true);
    expect(createMatcher('DD13')(bare)).toBe(false);
  });
});
