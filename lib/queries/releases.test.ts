import { describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { isReleaseLookDue } from '@/lib/db/repositories/release-look';
import type { ReleaseRow } from '@/lib/db/watching-rows';
import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import { money } from '@/lib/domain/money/money';
import { variantId } from '@/lib/domain/market/quote';
import { HOUR_MS, instant } from '@/lib/domain/time/instant';
import { remindOfReleases, type ReleaseNews } from '@/lib/jobs/remind-of-releases';
import { makePair, makeProduct, NOON } from '@/tests/fixtures/builders';
import { fakeClock } from '@/tests/fakes/fake-platform';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { releaseResale } from './release-resale';
import { namedRelease, releases } from './releases';

const PANDA = makeProduct();
const usd = (dollars: number) => money(dollars * 100, 'USD');
const AERO = parseStyleCode('ZX1234-567');
const ALL = { from: '2026-12-01', to: '2026-12-31', search: '', only: 'all' } as const;

function makeRow(over: Partial<ReleaseRow> = {}): ReleaseRow {
  const said = { catalogId: null, styleCode: AERO, name: 'Aero Court 1', brand: 'Nike', date: '2026-12-05', at: null };
  const kept = { source: 'own' as const, ref: null, importId: null, hidden: false, remind: true, deletedAt: null };
  const rest = { retailPrice: usd(120), url: null, note: '' };
  return { id: 'r-1', createdAt: NOON, updatedAt: NOON, ...said, ...kept, ...rest, ...over };
}

const namesOf = async (db: ArchvdDatabase, over = {}) =>
  (await releases(db, { ...ALL, ...over })).map(({ release }) => release.name);

async function watch(db: ArchvdDatabase, catalogId: string): Promise<void> {
  await db.watchlistItems.add({
    id: `w-${catalogId}`,
    createdAt: NOON,
    updatedAt: NOON,
    deletedAt: null,
    watchlistId: 'w',
    catalogId,
    usSize: null,
    targetPrice: null,
    note: '',
    reachedAt: null,
  });
}

describe('the calendar', () => {
  test('own rows and the catalogue’s dates in one order, within the days asked for', async () => {
    const db = makeDatabase();
    await db.products.add(makeProduct({ releaseDate: '2026-12-05', name: 'Dunk Low Panda' }));
    await db.releases.bulkAdd([
      makeRow({ id: 'late', date: '2027-01-01', name: 'Next year' }),
      makeRow({ id: 'gone', deletedAt: NOON, name: 'Gone' }),
      makeRow({ id: 'timed', at: instant(Date.UTC(2026, 11, 5, 9)), name: 'With its hour' }),
      makeRow(),
    ]);
    expect(await namesOf(db)).toEqual(['With its hour', 'Aero Court 1', 'Dunk Low Panda']);
    expect(await namesOf(db, { search: 'panda' })).toEqual(['Dunk Low Panda']);
    expect(await namesOf(db, { only: 'own' })).toEqual(['With its hour', 'Aero Court 1']);
  });

  test('a row about a product of the catalogue is one entry with it', async () => {
    const db = makeDatabase();
    await db.products.add(makeProduct({ releaseDate: '2026-12-06', styleCode: AERO }));
    await db.releases.add(makeRow());
    await db.inventory.add(makePair());
    const all = await releases(db, ALL);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      release: { date: '2026-12-05' },
      product: { catalogId: PANDA.catalogId },
      stock: 1,
    });
  });

  test('what is hidden is not shown; only what is watched reminds', async () => {
    const db = makeDatabase();
    await db.products.bulkAdd([
      makeProduct({ releaseDate: '2026-12-06' }),
      makeProduct({ id: 'p-2', catalogId: 'other', releaseDate: '2026-12-07', name: 'Other', styleCode: null }),
    ]);
    await watch(db, 'other');
    await db.releases.add(makeRow({ hidden: true, catalogId: PANDA.catalogId, styleCode: null, date: '2026-12-06' }));
    expect(await namesOf(db)).toEqual(['Other']);
    expect(await namesOf(db, { only: 'watched' })).toEqual(['Other']);
  });
});

describe('what a release is expected to bring', () => {
  const VALUATION = {
    now: NOON,
    currency: 'USD' as const,
    profile: { rating: 90, country: 'US', method: 'prepaid' as const, withdraws: true },
    regionId: null,
  };

  async function withSales(db: ArchvdDatabase, catalogId: string, ...dollars: readonly number[]): Promise<void> {
    const rows = dollars.map((price, nth) => {
      const variant = {
        marketplace: 'alias' as const,
        catalogId,
        usSize: 9 + nth,
        condition: 'new' as const,
        packaging: 'good' as const,
        consigned: null,
        regionId: null,
      };
      const figures = { lowestAsk: null, highestOffer: null, lastSale: usd(price), globalIndicator: null };
      return { id: variantId(variant), variant, catalogId, ...figures, createdAt: NOON, updatedAt: NOON };
    });
    await db.marketPrices.bulkAdd(rows);
  }

  test('by its own sales, and against retail; without a schedule the net is unknown and says so', async () => {
    const db = makeDatabase();
    const product = makeProduct({ retailPrice: usd(100) });
    await withSales(db, product.catalogId, 120, 130, 150);
    const release = (await oneOf(db, makeRow({ retailPrice: null })))!;
    const told = (await releaseResale(db, [{ release, product }], VALUATION)).get(release.id);
    expect(told).toMatchObject({ expected: { kind: 'own-sales', price: usd(130) }, retailPrice: usd(100), net: null });
    expect(told?.missing).toContain('fee-schedule');
  });

  test('by pairs of the same model, the product itself left out', async () => {
    const db = makeDatabase();
    const models = ['Aero Court 1 Blue', 'Aero Court 1 Red', 'Aero Court 1 Grey'];
    for (const [nth, name] of models.entries()) {
      const catalogId = `aero-${nth}`;
      await db.products.add(makeProduct({ id: catalogId, catalogId, name, retailPrice: usd(100), brand: 'Nike' }));
      await withSales(db, catalogId, 110 + nth, 120 + nth, 130 + nth);
    }
    const release = (await oneOf(db, makeRow()))!;
    const told = (await releaseResale(db, [{ release, product: null }], VALUATION)).get(release.id);
    expect(told?.expected).toEqual({
      kind: 'similar',
      price: money(14_520, 'USD'),
      pairs: 3,
      multipleBasisPoints: 12_100,
    });
  });

  async function oneOf(db: ArchvdDatabase, row: ReleaseRow) {
    await db.releases.add(row);
    return (await releases(db, ALL))[0]?.release;
  }
});

describe('the entry a notification names', () => {
  test('is found however long ago it was, and what stands in the place of the catalogue’s own', async () => {
    const db = makeDatabase();
    await db.products.add(makeProduct({ releaseDate: '2021-03-10', name: 'Dunk Low Panda' }));
    await db.releases.add(makeRow({ date: '2019-01-01', remind: false }));
    const idOf = async (id: string) => (await namedRelease(db, id))?.release.id ?? null;
    expect(await idOf('r-1')).toBe('r-1');
    expect(await idOf(`catalogue:${PANDA.catalogId}`)).toBe(`catalogue:${PANDA.catalogId}`);
    await db.releases.add(makeRow({ id: 'own', styleCode: PANDA.styleCode, date: '2021-03-10' }));
    expect(await idOf(`catalogue:${PANDA.catalogId}`)).toBe('own');
    await db.releases.update('r-1', { deletedAt: NOON });
    expect([await idOf('r-1'), await idOf('nobody'), await idOf('catalogue:nobody')]).toEqual([null, null, null]);
  });
});

describe('reminders', () => {
  test('a day before and an hour before, each once', async () => {
    const db = makeDatabase();
    const at = instant(Date.UTC(2026, 11, 5, 15));
    await db.releases.bulkAdd([makeRow({ at }), makeRow({ id: 'quiet', remind: false, at })]);
    const clock = fakeClock(instant(at - 20 * HOUR_MS));
    const releaseWords = ({ release, reminder }: ReleaseNews) => ({ title: release.name, message: reminder });
    const look = () => remindOfReleases({ db, clock, offsetAt: () => 0, releaseWords });
    await look();
    await look();
    clock.pass(19.5 * HOUR_MS);
    await look();
    expect(await isReleaseLookDue(db, clock.now())).toBe(false);
    clock.pass(HOUR_MS);
    expect(await isReleaseLookDue(db, clock.now())).toBe(true);
    const notices = await db.notices.orderBy('at').toArray();
    expect(notices.map(({ title, message, route }) => [title, message, route])).toEqual([
      ['Aero Court 1', 'day', '/releases?item=r-1'],
      ['Aero Court 1', 'hour', '/releases?item=r-1'],
    ]);
  });
});
