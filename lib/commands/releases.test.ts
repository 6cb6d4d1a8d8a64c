import { describe, expect, test } from 'vitest';
import { makeProduct, NOON } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { money } from '@/lib/domain/money/money';
import { HOUR_MS } from '@/lib/domain/time/instant';
import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import { captureRelease } from './capture-release';
import { hideRelease } from './hide-release';
import { importReleases } from './import-releases';
import { removeReleases, saveRelease, type ReleaseDraft } from './save-release';
import { runUndo } from './undo';
import { watchProduct } from './watch-product';

const DRAFT: ReleaseDraft = {
  catalogId: null,
  styleCode: null,
  name: ' Aero Court 1 ',
  brand: 'Nike',
  date: '2026-12-05',
  at: null,
  retailPrice: money(12_000, 'USD'),
  url: null,
  note: '',
  remind: true,
};

const feed = (...dates: readonly string[]) => ({
  fileName: 'feed.ics',
  digest: 'd',
  entries: dates.map((date, nth) => ({ ref: `ics:${nth}`, draft: { ...DRAFT, date, name: `Shoe ${nth}` } })),
});

describe('releases', () => {
  test('one is written down, changed, removed, and each step can be taken back', async () => {
    const deps = makeCommandDeps();
    const all = () => deps.db.releases.filter((row) => row.deletedAt === null).toArray();
    const saved = await saveRelease(deps, { id: null, draft: DRAFT });
    const [row] = await all();
    expect(row).toMatchObject({ name: 'Aero Court 1', date: '2026-12-05', source: 'own', createdAt: NOON });
    deps.push(HOUR_MS);
    const moved = await saveRelease(deps, { id: row?.id ?? '', draft: { ...DRAFT, date: '2026-12-06' } });
    expect((await all()).map(({ date }) => date)).toEqual(['2026-12-06']);
    await runUndo(deps, moved.undoId ?? '');
    expect((await all()).map(({ date }) => date)).toEqual(['2026-12-05']);
    const removed = await removeReleases(deps, [row?.id ?? '', 'nobody']);
    expect(await all()).toEqual([]);
    expect(await runUndo(deps, removed.undoId ?? '')).toEqual({ restored: 1, left: 0 });
    await runUndo(deps, saved.undoId ?? '');
    expect(await deps.db.releases.count()).toBe(0);
  });

  test.each([
    [{ name: ' ' }, /name/],
    [{ date: '2026-13-01' }, /calendar/],
    [{ url: 'javascript:alert(1)' }, /address/],
    [{ url: 'www.nike.com' }, /address/],
    [{ date: '2026-02-31' }, /calendar/],
    [{ retailPrice: money(-1, 'USD') }, /below zero/],
  ])('%j is refused and nothing is written', async (over, message) => {
    const deps = makeCommandDeps();
    await expect(saveRelease(deps, { id: null, draft: { ...DRAFT, ...over } })).rejects.toThrow(message);
    expect(await deps.db.releases.count()).toBe(0);
  });

  test('a page captured twice makes one entry of a product and day, and what was there stays as it is', async () => {
    const deps = makeCommandDeps();
    const styleCode = parseStyleCode('ZX1234-567');
    const coded = { ...DRAFT, styleCode };
    const first = await captureRelease(deps, coded);
    expect(first).toEqual({ undoId: expect.any(String), already: false });
    const there = { undoId: null, already: true };
    expect(await captureRelease(deps, { ...coded, name: 'By another name', retailPrice: null })).toEqual(there);
    expect(await captureRelease(deps, { ...DRAFT, name: 'aero  court 1' }), 'a page without the code').toEqual(there);
    expect(await deps.db.releases.toArray()).toMatchObject([{ source: 'page', name: 'Aero Court 1', styleCode }]);
    expect(await deps.db.undos.count()).toBe(1);
    const other = parseStyleCode('ZX1234-100');
    expect(await captureRelease(deps, { ...DRAFT, styleCode: other }), 'another shoe').toMatchObject({
      already: false,
    });
    expect(await captureRelease(deps, { ...coded, date: '2026-12-06' }), 'another day').toMatchObject({
      already: false,
    });
    expect(await deps.db.releases.count()).toBe(3);
    await runUndo(deps, first.undoId ?? '');
    expect(await captureRelease(deps, coded), 'taken back, and so wanted anew').toMatchObject({ already: false });
  });

  test('what was imported or written down for the day is not captured beside it; what was removed is', async () => {
    const deps = makeCommandDeps();
    await importReleases(deps, feed('2026-12-05'));
    expect(await captureRelease(deps, { ...DRAFT, name: 'Shoe 0' })).toMatchObject({ already: true });
    const [row] = await deps.db.releases.toArray();
    await removeReleases(deps, [row?.id ?? '']);
    expect(await captureRelease(deps, { ...DRAFT, name: 'Shoe 0' })).toMatchObject({ already: false });
  });

  test('a feed read twice adds nothing; what moved is moved, and undo gives back what was', async () => {
    const deps = makeCommandDeps();
    expect(await importReleases(deps, feed('2026-12-05', '2026-12-06'))).toMatchObject({
      added: 2,
      changed: 0,
      same: 0,
    });
    expect(await importReleases(deps, feed('2026-12-05', '2026-12-06'))).toMatchObject({
      added: 0,
      changed: 0,
      same: 2,
    });
    const again = await importReleases(deps, feed('2026-12-05', '2026-12-09', '2026-12-10'));
    expect(again).toMatchObject({ added: 1, changed: 1, same: 1 });
    await runUndo(deps, again.undoId ?? '');
    expect((await deps.db.releases.orderBy('date').toArray()).map(({ date }) => date)).toEqual([
      '2026-12-05',
      '2026-12-06',
    ]);
  });

  test('what was taken away stays away, and what reminds goes on reminding', async () => {
    const deps = makeCommandDeps();
    await importReleases(deps, feed('2026-12-05', '2026-12-06'));
    const [first, second] = await deps.db.releases.orderBy('date').toArray();
    await removeReleases(deps, [first?.id ?? '']);
    await deps.db.releases.update(second?.id ?? '', { remind: false });
    await importReleases(deps, feed('2026-12-05', '2026-12-08'));
    const rows = await deps.db.releases.orderBy('date').toArray();
    expect(rows.map(({ date, deletedAt, remind }) => [date, deletedAt !== null, remind])).toEqual([
      ['2026-12-05', true, true],
      ['2026-12-08', false, false],
    ]);
  });

  test('what is watched reminds also when it comes from a file that wishes for none; a later silence stays', async () => {
    const deps = makeCommandDeps();
    const known = makeProduct();
    await deps.db.products.add(known);
    await watchProduct(deps, { catalogId: known.catalogId, usSize: null, targetPrice: null });
    const drafts = [
      { ...DRAFT, remind: false, name: 'By id', catalogId: known.catalogId },
      { ...DRAFT, remind: false, name: 'By code', styleCode: known.styleCode },
      { ...DRAFT, remind: false, name: 'Another', styleCode: parseStyleCode('ZX1234-567') },
      { ...DRAFT, remind: false, name: 'Without a code' },
    ];
    const wish = { fileName: 'f', digest: 'd', entries: drafts.map((draft) => ({ ref: `ics:${draft.name}`, draft })) };
    await importReleases(deps, wish);
    const reminding = async () =>
      (await deps.db.releases.filter(({ remind }) => remind).toArray()).map(({ name }) => name).toSorted();
    expect(await reminding()).toEqual(['By code', 'By id']);
    const [row] = await deps.db.releases.where('ref').equals('ics:By id').toArray();
    await saveRelease(deps, { id: row?.id ?? '', draft: { ...DRAFT, name: 'By id', remind: false } });
    await importReleases(deps, wish);
    expect(await reminding()).toEqual(['By code']);
  });

  test('an entry a file tells twice is one, the first', async () => {
    const deps = makeCommandDeps();
    const wish = feed('2026-12-05', '2026-12-06');
    const twice = wish.entries.map((entry) => ({ ...entry, ref: 'ics:same' }));
    expect(await importReleases(deps, { ...wish, entries: twice })).toMatchObject({ added: 1 });
    expect((await deps.db.releases.toArray()).map(({ date }) => date)).toEqual(['2026-12-05']);
  });

  test('one bad entry, and nothing of a file is taken', async () => {
    const deps = makeCommandDeps();
    await expect(importReleases(deps, feed('2026-12-05', 'soon'))).rejects.toThrow(/soon/);
    expect(await deps.db.releases.count()).toBe(0);
  });

  test('an entry of the catalogue is hidden once, and shown again', async () => {
    const deps = makeCommandDeps();
    await deps.db.products.add(makeProduct());
    const wish = { catalogId: makeProduct().catalogId, hidden: true };
    const first = await hideRelease(deps, wish);
    expect(first.undoId).not.toBeNull();
    expect(await hideRelease(deps, wish)).toEqual({ undoId: null });
    await hideRelease(deps, { ...wish, hidden: false });
    expect(await deps.db.releases.filter((row) => row.deletedAt === null).count()).toBe(0);
    await expect(hideRelease(deps, { catalogId: 'nobody', hidden: true })).rejects.toThrow(/does not know/);
  });
});
