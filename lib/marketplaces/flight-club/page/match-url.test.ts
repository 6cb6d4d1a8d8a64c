import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchFlightClubUrl } from './match-url';

test.each([
  ['/aero-court-1-low-zx1234-567', 'aero-court-1-low-zx1234-567', true],
  ['/Aero-Court-QX4321/?size=10', 'aero-court-qx4321', true],
  ['/aero-court-806920', 'aero-court-806920', true],
  ['/gel-kayano-14-1201a457-101', 'gel-kayano-14-1201a457-101', true],
  ['/old-shoe-555088-101?limit=90', 'old-shoe-555088-101', true],
  ['/new-balance-990-m990gl6', 'new-balance-990-m990gl6', true],
  ['/something-else', 'something-else', false],
])('%s', (path, slug, isSure) => {
  expect(matchFlightClubUrl(`https://www.flightclub.com${path}`)).toEqual({ slug, isSure });
});

test.each([
  '/',
  '/nike',
  '/air-jordans',
  '/air-jordans?id=34&limit=90',
  '/retro-jordans?id=34&limit=90',
  '/catalogsearch/result?query=zx1234-567',
  '/a/b',
  `/${'a'.repeat(201)}`,
])('%s is no product', (path) => {
  expect(matchFlightClubUrl(`https://www.flightclub.com${path}`)).toBeNull();
});

test('other hosts are not the site', () => {
  for (const host of ['http://www.flightclub.com', 'https://flightclub.com.evil.example', 'https://www.goat.com'])
    expect(matchFlightClubUrl(`${host}/aero-zx1234-567`)).toBeNull();
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => void matchFlightClubUrl(`https://www.flightclub.com/${text}`)),
    { seed: 1 },
  );
});
