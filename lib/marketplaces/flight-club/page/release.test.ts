import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { CLUB_TEMPLATE, CLUB_URL, makeClubPage, nextData } from '@/tests/fixtures/pages/flight-club/make-page';
import { readFlightClubProduct } from './read-product';

const DATED = { ...CLUB_TEMPLATE, releaseDate: '2026-12-05T23:59:59.999Z', specialDisplayPriceCents: 12_000 };
const read = (template: typeof DATED, url = CLUB_URL) => {
  const scripts = nextData({ productTemplate: template });
  return readFlightClubProduct(parseHTML(makeClubPage({ scripts })).document, url).release;
};

test('the release of the page’s own product; of another one’s data never', () => {
  expect(read(DATED)).toEqual({ date: '2026-12-05', retailPrice: { minor: 12_000, currency: 'USD' } });
  expect(read({ ...DATED, slug: 'gazette-runner-core-grey-qx4321' as typeof DATED.slug })).toBeNull();
});
