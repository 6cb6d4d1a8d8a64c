import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { amountsOf, anyPage, standsIn } from '@/tests/fixtures/pages/any-page';
import { flightClubReader } from './reader';

const HOOKS = [
  'data-qa="buy_bar_item_desktop"',
  'data-qa="buy_bar_size_10"',
  'data-qa="buy_bar_price_size_10"',
  'data-qa="buy_bar_oos"',
  'data-qa="product_display_name"',
  'data-qa="ProductItemsUrl"',
  'class="size-list"',
  'aria-checked="true"',
];
const ADDRESS = 'https://www.flightclub.com/nike-aero-court-zx1234-567?size=10';

test('whatever the page holds, it is read without failing, and no amount is told that stands nowhere on it', () => {
  fc.assert(
    fc.property(anyPage(HOOKS), fc.boolean(), (html, arePricesStale) => {
      const { document } = parseHTML(html);
      const before = document.documentElement.outerHTML;
      flightClubReader.see(document);
      flightClubReader.wasLoadedFor(document, flightClubReader.slugOf(ADDRESS) ?? '');
      const reading = flightClubReader.read(document, ADDRESS, arePricesStale);
      for (const minor of amountsOf(reading)) expect(standsIn(html, minor), `${minor} in ${html}`).toBe(true);
      expect(reading.availability === 'sold_out' && reading.price !== null).toBe(false);
      expect(JSON.stringify(reading).length).toBeLessThan(40_000);
      expect(document.documentElement.outerHTML).toBe(before);
    }),
    { numRuns: 200 },
  );
});

test('a huge page gives a small reading, soon', () => {
  const rows = HOOKS.map((hook) => `<div ${hook}>${'US 10 $195.00 '.repeat(40)}<b>`)
    .join('')
    .repeat(300);
  const scripts = `<script>${'var a = {"variants":['.repeat(20_000)}</script><script type="application/ld+json">${'['.repeat(90_000)}</script>`;
  const { document } = parseHTML(`<html><body><main>${rows}</main>${scripts}</body></html>`);
  const started = performance.now();
  flightClubReader.see(document);
  const reading = flightClubReader.read(document, ADDRESS, false);
  expect(JSON.stringify(reading).length).toBeLessThan(60_000);
  // For what grows without bound, not for what is slow.
  expect(performance.now() - started).toBeLessThan(20_000);
});
