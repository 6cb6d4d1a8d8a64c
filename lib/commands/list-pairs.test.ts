import { describe, expect, test, vi } from 'vitest';
import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeListing, makePair, makePrice, makeWrite, nextId, usd } from '@/tests/fixtures/builders';
import { makeListingOrder } from '@/tests/fixtures/drafts';
import { addListed, makeSellingDeps, outboxOf } from '@/tests/fixtures/selling-deps';
import { listPairs, type ListingOrder } from './list-pairs';
import { retryWrites } from './retry-writes';

const order = (pairId: string, given: Partial<ListingOrder> = {}) =>
  makeListingOrder(pairId, { price: usd(109), ...given });

async function withPairs(...given: Parameters<typeof makePair>[0][]) {
  const deps = await makeSellingDeps();
  const pairs = given.map((each) => makePair(each));
  await deps.db.inventory.bulkAdd(pairs);
  return { deps, pairs, ids: pairs.map(({ id }) => id) };
}

describe('listing pairs', () => {
  test('each becomes one create with all that is wanted of it; one command, one line each, the outbox due', async () => {
    const { deps, ids } = await withPairs({}, { size: { value: 11, system: 'US' } });
    const times = { dueAt: shiftInstant(deps.now(), MINUTE_MS), lastFinishedAt: null, lastSuccessAt: null };
    await deps.db.jobs.add({ ...times, id: 'outbox', lease: null, fence: 0, failures: 0, progress: null });
    const result = await listPairs(
      deps,
      ids.map((id) => order(id)),
    );
    expect(result).toMatchObject({ accepted: 2, skipped: [] });
    const rows = await outboxOf(deps);
    expect(rows.map(({ entityId, kind, state, groupId }) => [entityId, kind, state, groupId])).toEqual(
      ids.map((id) => [id, 'listing/create', 'pending', result.groupId]),
    );
    expect(rows[1]?.write).toEqual({
      kind: 'listing/create',
      pairId: ids[1],
      activate: true,
      belowFloor: false,
      intoOffer: false,
      draft: {
        catalogId: deps.product.catalogId,
        price: usd(109),
        size: { value: 11, system: 'US' },
        condition: 'new',
        packaging: 'good',
        defects: [],
        additionalDefects: '',
        pictureIds: [],
      },
    });
    expect(await deps.db.writeGroups.toArray()).toMatchObject([{ id: result.groupId, kind: 'list', total: 2 }]);
    expect(await deps.db.jobs.get('outbox')).toMatchObject({ dueAt: deps.now() });
    const lines = await deps.db.activity.toArray();
    expect(lines.map(({ entity, summary }) => [entity?.id, summary])).toEqual(
      ids.map((id) => [id, 'Wanted on alias at $109']),
    );
  });

  test('what may not be listed is left out with its code, and the rest goes', async () => {
    const { deps, ids } = await withPairs(
      {},
      { status: 'sold' },
      { cost: null },
      { size: { value: 19, system: 'US' } },
    );
    const [fine, sold, costless, big] = ids as [string, string, string, string];
    const { pair: live } = await addListed(deps);
    const { pair: off } = await addListed(deps, { status: 'inactive' });
    const result = await listPairs(deps, [
      order('nobody'),
      order(sold),
      order(costless),
      order(big),
      order(live.id),
      order(off.id),
      order(fine),
    ]);
    expect(result.skipped).toEqual([
      { id: 'nobody', code: 'not-found' },
      { id: sold, code: 'pair-sold' },
      { id: costless, code: 'cost-unknown' },
      { id: big, code: 'size-not-allowed' },
      { id: live.id, code: 'already-live' },
      { id: off.id, code: 'already-off' },
    ]);
    expect(result.accepted).toBe(1);
    expect((await outboxOf(deps)).map(({ entityId }) => entityId)).toEqual([fine]);
  });

  test.each([
    [usd(73), 'below-floor', { belowFloor: true, intoOffer: true }],
    [usd(90), 'at-offer', { intoOffer: true }],
  ] as const)('%o needs a word (%s)', async (price, code, word) => {
    const { deps, ids } = await withPairs({});
    const [id] = ids as [string];
    expect(await listPairs(deps, [order(id, { price })])).toMatchObject({ accepted: 0, skipped: [{ id, code }] });
    expect(await deps.db.writeGroups.count()).toBe(0);
    expect(await listPairs(deps, [order(id, { price, ...word })])).toMatchObject({ accepted: 1 });
    expect((await outboxOf(deps))[0]?.write).toMatchObject(word);
  });

  test('offers are those of the condition and box it is listed as, not those of the pair', async () => {
    const { deps, ids } = await withPairs({}, {});
    const [id, other] = ids as [string, string];
    await deps.db.marketPrices.bulkPut([
      makePrice({ highestOffer: usd(120) }),
      makePrice({ variant: { condition: 'used', packaging: 'no-box' }, highestOffer: usd(80) }),
    ]);
    expect(await listPairs(deps, [order(id)])).toMatchObject({ skipped: [{ code: 'at-offer' }] });
    expect(await listPairs(deps, [order(id, { condition: 'used', packaging: 'no-box' })])).toMatchObject({
      accepted: 1,
    });
    await deps.db.marketPrices.bulkPut([
      makePrice({ highestOffer: usd(80) }),
      makePrice({ variant: { condition: 'used', packaging: 'no-box' }, highestOffer: usd(109) }),
    ]);
    const used = { condition: 'used', packaging: 'no-box' } as const;
    expect(await listPairs(deps, [order(other, used)])).toMatchObject({ skipped: [{ code: 'at-offer' }] });
    const [row] = await outboxOf(deps);
    await deps.db.outbox.update(row?.id ?? '', { state: 'rejected' });
    await deps.db.inventory.update(id, { condition: 'new', packaging: 'good' });
    expect(await retryWrites(deps, [row?.id ?? ''])).toMatchObject({ skipped: [{ code: 'at-offer' }] });
  });

  test('asked for twice it is one listing: in one command, and in the next', async () => {
    const { deps, ids } = await withPairs({});
    const [id] = ids as [string];
    const once = await listPairs(deps, [order(id), order(id, { price: usd(200) })]);
    expect(once).toMatchObject({ accepted: 1, skipped: [] });
    expect(await listPairs(deps, [order(id)])).toEqual({
      groupId: null,
      accepted: 0,
      skipped: [{ id, code: 'being-listed' }],
    });
    const rows = await outboxOf(deps);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.write).toMatchObject({ draft: { price: usd(109) } });
  });

  test('a try that was given up after it was sent stands in the way until it is cleared up', async () => {
    const { deps, ids } = await withPairs({});
    const [id] = ids as [string];
    await listPairs(deps, [order(id)]);
    const [first] = await outboxOf(deps);
    const dead = { ...(first ?? makeWrite()), state: 'dead' as const, sentAt: deps.now() };
    await deps.db.outbox.put(dead);
    deps.push(1000);
    expect(await listPairs(deps, [order(id)])).toMatchObject({ skipped: [{ id, code: 'earlier-unclear' }] });
    // Given up before it was ever sent, nothing is unclear.
    await deps.db.outbox.put({ ...dead, sentAt: null });
    expect(await listPairs(deps, [order(id)])).toMatchObject({ accepted: 1 });
  });

  test('its listing was found and is gone again: then nothing is unclear any more', async () => {
    const { deps, ids } = await withPairs({ goatListingId: 'L1' });
    const [id] = ids as [string];
    const create = { kind: 'listing/create', state: 'dead', entityId: id, sentAt: deps.now() } as const;
    await deps.db.outbox.add(makeWrite({ ...create, decisionId: 'made' }));
    await deps.db.listings.add(makeListing({ externalId: 'L1', status: 'deleted', metadata: { archvd: 'made' } }));
    expect(await listPairs(deps, [order(id)])).toMatchObject({ accepted: 1 });
  });

  test('pictures must be of this pair and still be here', async () => {
    const { deps, ids, pairs } = await withPairs({}, {});
    const [id, other] = ids as [string, string];
    const picture = { ...pairs[0], type: 'PICTURE_TYPE_OUTER', order: null, dataUrl: 'data:', externalId: null };
    await deps.db.listingPictures.bulkAdd([
      { ...stampOf(), ...picture, id: 'mine', pairId: id },
      { ...stampOf(), ...picture, id: 'theirs', pairId: other },
      { ...stampOf(), ...picture, id: 'sent', pairId: id, dataUrl: null, externalId: 'x' },
    ]);
    const tried = await listPairs(deps, [order(id, { pictureIds: ['mine', 'theirs'] })]);
    expect(tried).toMatchObject({ accepted: 0, skipped: [{ code: 'picture-unknown' }] });
    const gone = await listPairs(deps, [order(id, { pictureIds: ['mine', 'sent'] })]);
    expect(gone).toMatchObject({ accepted: 0, skipped: [{ code: 'picture-unknown' }] });
    expect(await listPairs(deps, [order(id, { pictureIds: ['mine'] })])).toMatchObject({ accepted: 1 });
    expect((await outboxOf(deps))[0]?.write).toMatchObject({ draft: { pictureIds: ['mine'] } });
  });

  test('the pair becomes what it is listed as', async () => {
    const { deps, ids } = await withPairs({ condition: 'new' });
    const [id] = ids as [string];
    await listPairs(deps, [order(id, { condition: 'used', packaging: 'no-box', belowFloor: true })]);
    expect(await deps.db.inventory.get(id)).toMatchObject({ condition: 'used', packaging: 'no-box' });
  });

  test('a failure in the middle leaves nothing at all', async () => {
    const { deps, ids } = await withPairs({});
    const [id] = ids as [string];
    vi.spyOn(deps.db.activity, 'bulkAdd').mockRejectedValueOnce(new Error('the disk is full'));
    const tried = listPairs(deps, [order(id, { condition: 'used', belowFloor: true })]);
    await expect(tried).rejects.toThrow('the disk is full');
    expect([await deps.db.outbox.count(), await deps.db.writeGroups.count()]).toEqual([0, 0]);
    expect(await deps.db.inventory.get(id)).toMatchObject({ condition: 'new' });
  });

  test('more than a batch holds is refused', async () => {
    const deps = await makeSellingDeps();
    const many = Array.from({ length: 1001 }, () => order(nextId('p')));
    await expect(listPairs(deps, many)).rejects.toMatchObject({ code: 'too-many' });
  });
});

function stampOf() {
  return { id: nextId('picture'), createdAt: makePair().createdAt, updatedAt: makePair().updatedAt };
}
