import { expect, test } from 'vitest';
import { isNoPair } from './no-pair';

test.each([
  'Nike Dunk Low DD1391-100 EMPTY BOX ONLY',
  'Jordan 4 box only, no shoes',
  'Replacement Laces for Nike Dunk',
  'Shoelaces for Jordan 1 - 2 colours',
  'Nike Dunk LEFT SHOE ONLY size 10',
  'Nike Dunk Leerer Karton',
  'Boîte vide Nike Dunk',
  'Lacets pour Air Force 1',
  'Jordan 1 Keychain DZ5485-612',
])('%s is no pair', (title) => {
  expect(isNoPair(title)).toBe(true);
});

test.each([
  'Nike Dunk Low DD1391-100 with box',
  'Nike Dunk, no box',
  'Nike Dunk Low extra laces included',
  'Air Jordan 1 Low OG One Size Down',
  'Nike Box Runner',
  'Nike Air Max 1 avec lacets neufs',
  'Right Stuff Runner',
  null,
])('%s may be one', (title) => {
  expect(isNoPair(title)).toBe(false);
});
