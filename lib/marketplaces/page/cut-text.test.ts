import { expect, test } from 'vitest';
import { cutText } from './cut-text';
import { plainText } from './plain-text';

test.each([
  ['what is short enough stays', '$110.71', 7, '$110.71'],
  ['an amount in two', 'Court $110.71', 10, 'Court'],
  ['between its thousands', 'Court 1 234,50 €', 8, 'Court'],
  ['right behind it: whether it goes on cannot be seen', 'Court $110 and', 10, 'Court'],
  ['a code in two', 'Style ZX1234-567', 14, 'Style'],
  ['between words', 'Nike Aero Court', 10, 'Nike Aero'],
  ['within a word', 'Nike Aero Court', 12, 'Nike Aero Co'],
])('%s', (_, text, most, cut) => {
  expect(cutText(text, most)).toBe(cut);
});

test('a text with much that does not show is cut where it was read to', () => {
  const spaced = `Court${' '.repeat(233)}$110.71`;
  expect(plainText(spaced, 10)).toBe('Court');
  expect(plainText(`Court${' '.repeat(20)}$110`, 10)).toBe('Court $110');
});
