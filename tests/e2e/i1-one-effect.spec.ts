import { readTables } from '../../scripts/read-tables';
import { ask, syncedSeller, type Row } from './harness/books';
import { expect, test } from './harness/extension-test';
import { allListings, control } from './harness/market';
import { effectsSeen, waitForOutbox } from './harness/selling';

/**
 * I1 in a real browser. A market that accepts a request and then lets the connection break is asked a second time by the
 * browser itself, below everything an extension sees: only the second answer arrives. One effect all the same.
 */

test.use({ marketOptions: { seed: 5, listings: 40, orders: 10, speed: 0 } });

const usd = (minor: number) => ({ minor, currency: 'USD' as const });

function priceOf(row: Row): number {
  return (row.price as { readonly minor: number }).minor;
}

test('a price that the browser sends twice changes once, and is known as changed', async ({ extension, market }) => {
  const page = await syncedSeller(extension, market.token);
  const { listings } = await readTables(page, ['listings']);
  const active = listings.filter((row) => row.status === 'active').toSorted((a, b) => priceOf(a) - priceOf(b));
  const listing = active[Math.floor(active.length / 2)];
  if (listing === undefined) throw new Error('The market has no active listing.');
  const [from, to] = [priceOf(listing), priceOf(listing) + 1000];

  await control(market, 'faults', { dropAfterAccept: 1 });
  // Nothing was told of what the pair cost, so the price takes a word.
  const change = { listingId: String(listing.id), from: usd(from), to: usd(to), belowFloor: true, intoOffer: false };
  expect(await ask(page, 'listings/set-price', { changes: [change] })).toMatchObject({ ok: true, accepted: 1 });
  const rows = await waitForOutbox(page);
  expect(rows).toMatchObject([{ state: 'confirmed', externalId: listing.externalId, problem: null }]);

  const effects = await effectsSeen(market);
  expect(
    effects.filter(({ kind }) => kind === 'batch/accepted'),
    'the browser has sent it twice',
  ).toHaveLength(2);
  expect(effects.filter(({ kind }) => kind === 'listing/price')).toMatchObject([
    { id: listing.externalId, from: String(from), to: String(to) },
  ]);
  const kept = (await readTables(page, ['listings'])).listings.find((row) => row.id === listing.id);
  expect(kept && priceOf(kept)).toBe(to);
});

test('a listing that the browser creates twice is live once', async ({ extension, market }) => {
  const page = await syncedSeller(extension, market.token);
  const before = await allListings(market);
  const { products } = await readTables(page, ['products']);
  const product = products.find((row) => row.resellable === true && row.requiresPictures !== true);
  const sizes = product?.allowedSizes as readonly { readonly value: number }[] | undefined;
  const size = sizes?.[Math.floor((sizes.length ?? 0) / 2)]?.value;
  if (product === undefined || size === undefined) throw new Error('No product was read.');
  const added = await ask(page, 'pairs/add', {
    drafts: [
      {
        quantity: 1,
        catalogId: String(product.catalogId),
        styleCode: null,
        name: String(product.name),
        brand: String(product.brand),
        size: { value: size, system: 'US' },
        condition: 'new',
        packaging: 'good',
        cost: usd(5000),
        otherCosts: null,
        boughtAt: null,
        supplier: null,
        tags: [],
        note: '',
        location: null,
        photo: null,
      },
    ],
  });
  const pairId = added.ok ? (added.pairIds[0] ?? '') : '';

  await control(market, 'faults', { dropAfterAccept: 1 });
  const listing = {
    pairId,
    price: usd(150_000),
    condition: 'new' as const,
    packaging: 'good' as const,
    defects: [],
    additionalDefects: '',
    pictureIds: [],
    activate: true,
    belowFloor: false,
    intoOffer: false,
  };
  expect(await ask(page, 'listings/create', { listings: [listing] })).toMatchObject({ ok: true, accepted: 1 });
  const rows = await waitForOutbox(page);
  const effects = await effectsSeen(market);
  expect(
    effects.filter(({ kind, to }) => kind === 'batch/accepted' && to?.startsWith('create')),
    'the browser has sent it twice',
  ).toHaveLength(2);

  const known = new Set(before.map(({ id }) => id));
  const made = (await allListings(market)).filter(({ id, status }) => !known.has(id) && !status.endsWith('_DELETED'));
  expect(made).toMatchObject([{ status: 'LISTING_STATUS_ACTIVE', price_cents: '150000' }]);
  expect(rows.find(({ write }) => write.kind === 'listing/create')).toMatchObject({
    state: 'confirmed',
    externalId: made[0]?.id,
  });
  const { inventory } = await readTables(page, ['inventory']);
  expect(inventory.find((pair) => pair.id === pairId)).toMatchObject({ status: 'listed', goatListingId: made[0]?.id });
});
