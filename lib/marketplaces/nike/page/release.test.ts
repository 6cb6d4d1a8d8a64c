import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { LAUNCH_URL, makeNikePage, NEIGHBOUR, NIKE_URL, SELECTED } from '@/tests/fixtures/pages/nike/make-page';
import { nikeReader } from './reader';

const read = (html: string, url = NIKE_URL, arePricesStale = false) =>
  nikeReader.read(parseHTML(html).document, url, arePricesStale).release;
const withData = (more: object, url = NIKE_URL) =>
  read(makeNikePage({ pageProps: { selectedProduct: { ...SELECTED, ...more } } }), url);
const RETAIL = { minor: 12_000, currency: 'USD' };

describe('the product’s data', () => {
  test.each([
    [{ releaseDate: '2026-12-05' }],
    [{ launchView: { startEntryDate: '2026-12-05T15:00:00.000Z' } }],
    [{ merchProduct: { commerceStartDate: '2026-12-05T00:00:00.000Z' } }],
    [{ launchDate: 'TBD', commerceStartDate: '2026-12-05T15:00:00.000Z' }],
  ])('%j', (more) => {
    expect(withData(more)).toEqual({ date: '2026-12-05', retailPrice: RETAIL });
  });

  test.each([
    [{}],
    [{ releaseDate: null }],
    [{ releaseDate: '2026-02-30' }],
    [{ releaseDate: 1_796_428_800 }],
    [{ launch: [] }],
  ])('%j names no day', (more) => expect(withData(more)).toBeNull());

  test('another colour’s data tells nothing', () => {
    const pageProps = { selectedProduct: { ...NEIGHBOUR, releaseDate: '2026-12-05' } };
    expect(read(makeNikePage({ pageProps }))).toBeNull();
  });
});

describe('what a launch page says', () => {
  const launch = (text: string) =>
    makeNikePage({ pageProps: null, price: '$120', body: `<div class="available-date-component">${text}</div>` });

  test.each([
    ['Release Date: Dec 5, 2026'],
    ['Available 5 December 2026 at 10:00'],
    ['Launches 2026-12-05'],
    ['Coming on Sat 5 Dec 2026'],
  ])('%s', (text) => {
    expect(read(launch(text), LAUNCH_URL)).toEqual({ date: '2026-12-05', retailPrice: RETAIL });
  });

  test.each(['Available 12/5 at 10:00 AM', 'Available 05/12/2026', 'Coming soon', 'Sold out Dec 5, 2026', ''])(
    '%j names no day: a year or an order would have to be guessed',
    (text) => expect(read(launch(text), LAUNCH_URL)).toBeNull(),
  );

  test('a card of another product tells nothing, and nothing drawn does while another colour is', () => {
    const body = '<div data-testid="product-card"><p class="available-date-component">Available Dec 5, 2026</p></div>';
    expect(read(makeNikePage({ pageProps: null, price: '$120', body }), LAUNCH_URL)).toBeNull();
    expect(read(launch('Available Dec 5, 2026'), LAUNCH_URL, true)).toBeNull();
  });
});
