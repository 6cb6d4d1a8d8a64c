import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import {
  CLUB_SLUG,
  CLUB_TEMPLATE,
  CLUB_URL,
  makeClubPage,
  nextData,
} from '@/tests/fixtures/pages/flight-club/make-page';
import { flightClubReader } from './reader';

const documentOf = (over: Parameters<typeof makeClubPage>[0] = {}) => parseHTML(makeClubPage(over)).document;
const other = 'gazette-runner-core-grey-qx4321';

test('the document was loaded for the product of its data or its head, and for no other', () => {
  expect(flightClubReader.slugOf(CLUB_URL)).toBe(CLUB_SLUG);
  const scripts = nextData({ productTemplate: CLUB_TEMPLATE });
  expect(flightClubReader.wasLoadedFor(documentOf({ scripts }), CLUB_SLUG)).toBe(true);
  expect(flightClubReader.wasLoadedFor(documentOf({ scripts }), other)).toBe(false);
  const head = `<link rel="canonical" href="${CLUB_URL}">`;
  expect(flightClubReader.wasLoadedFor(documentOf({ head }), CLUB_SLUG)).toBe(true);
  expect(flightClubReader.wasLoadedFor(documentOf({ head }), other)).toBe(false);
  expect(flightClubReader.wasLoadedFor(documentOf(), CLUB_SLUG)).toBe(false);
});

test('names fit the address without its code or number', () => {
  expect(flightClubReader.fits(CLUB_SLUG, "Aero Court 1 Low 'Test Lime'")).toBe('exact');
  expect(flightClubReader.fits('aero-court-1-low-806920', 'Aero Court 1 Low')).toBe('exact');
  expect(flightClubReader.fits(CLUB_SLUG, 'Gazette Runner')).toBe('other');
});

test('what shows is seen', () => {
  expect(flightClubReader.see(documentOf())).toEqual({
    title: "Aero Court 1 Low 'Test Lime'",
    prices: '9=21000|10=19500',
  });
  expect(flightClubReader.see(documentOf({ sizes: '', name: null }))).toEqual({ title: null, prices: null });
});
