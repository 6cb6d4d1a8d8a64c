import { expect, test } from 'vitest';
import { chosenListings, readArm, readArms, readDays } from './experiment-draft';

test.each([
  ['0', 0],
  ['-0', 0],
  ['-2,5 %', -250],
  ['\u22122', -200],
  ['+3', 300],
  ['50', 5000],
  ['50.01', null],
  ['', null],
  ['two', null],
])('%j per cent from the ask is %j', (text, basisPoints) => {
  expect(readArm(text)).toBe(basisPoints);
});

test('arms must all be read and differ', () => {
  expect(readArms(['0', '-2'])).toEqual([0, -200]);
  expect(readArms(['-2', '-2.0'])).toBeNull();
  expect(readArms(['0', ''])).toBeNull();
});

test.each([
  ['14', 14],
  ['3', 3],
  ['90', 90],
  ['2', null],
  ['91', null],
  ['1.5', null],
])('%j days', (text, days) => {
  expect(readDays(text)).toBe(days);
});

const CANDIDATES = [
  { listingId: 'a', brand: 'Nike', styleCode: 'DD1391-100', tags: ['slow'] },
  { listingId: 'b', brand: 'ASICS', styleCode: null, tags: [] },
];
const ALL = { brands: [], styleCodes: [], tags: [] };

test('what is named must all fit, whatever the case', () => {
  expect(chosenListings(CANDIDATES, ALL)).toEqual(['a', 'b']);
  expect(chosenListings(CANDIDATES, { ...ALL, brands: ['nike'] })).toEqual(['a']);
  expect(chosenListings(CANDIDATES, { ...ALL, brands: ['ASICS'], tags: ['slow'] })).toEqual([]);
  expect(chosenListings(CANDIDATES, { ...ALL, styleCodes: ['dd1391-100 '] })).toEqual(['a']);
});
