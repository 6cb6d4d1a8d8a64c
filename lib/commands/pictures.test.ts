import { describe, expect, test } from 'vitest';
import { makePair, makeWrite } from '@/tests/fixtures/builders';
import { addListed, makeSellingDeps, outboxOf } from '@/tests/fixtures/selling-deps';
import { discardPictures } from './discard-pictures';
import { sendPictures } from './send-pictures';
import { stagePicture, type PictureOrder } from './stage-picture';

const dataUrl = (kind: string, bytes: readonly number[]): string =>
  `data:${kind};base64,${btoa(String.fromCharCode(...bytes))}`;

const JPEG = dataUrl('image/jpeg', [0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]);
const PNG = dataUrl('image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

const picture = (pairId: string, given: Partial<PictureOrder> = {}): PictureOrder => ({
  pairId,
  type: 'PICTURE_TYPE_OUTER',
  order: null,
  dataUrl: JPEG,
  ...given,
});

async function withPair() {
  const deps = await makeSellingDeps();
  const pair = makePair();
  await deps.db.inventory.add(pair);
  return {
    deps,
    pairId: pair.id,
    stage: (given?: Partial<PictureOrder>) => stagePicture(deps, picture(pair.id, given)),
  };
}

describe('keeping a picture', () => {
  test('what it is, its bytes say', async () => {
    const { deps, stage } = await withPair();
    const { pictureId } = await stage({ dataUrl: PNG.replace('image/png', 'image/jpeg') });
    expect(await deps.db.listingPictures.get(pictureId)).toMatchObject({ dataUrl: PNG, externalId: null });
  });

  test.each([
    ['a drawing', dataUrl('image/png', [60, 115, 118, 103, 62, 60, 47, 115, 118, 103, 62])],
    ['a WebP', dataUrl('image/webp', [82, 73, 70, 70, 0, 0, 0, 0, 87, 69, 66, 80])],
    ['a JPEG by name only', dataUrl('image/jpeg', [1, 2, 3, 4, 5, 6, 7, 8, 9])],
    ['half a beginning', dataUrl('image/png', [0x89, 0x50])],
    ['nothing', 'data:image/jpeg;base64,'],
    ['an address', 'https://example.test/a.jpg'],
  ])('%s is refused', async (_, url) => {
    const { deps, stage } = await withPair();
    await expect(stage({ dataUrl: url })).rejects.toMatchObject({ code: 'bad-value' });
    expect(await deps.db.listingPictures.count()).toBe(0);
  });

  test('4 MB is the most', async () => {
    const { stage } = await withPair();
    const head = JPEG.slice(0, JPEG.indexOf(',') + 1);
    const ofBytes = (bytes: number) => `${head}${btoa('\u00ff\u00d8\u00ff')}${'A'.repeat((bytes * 4) / 3 - 4)}`;
    const mb = 4 * 1024 * 1024;
    await expect(stage({ dataUrl: ofBytes(mb + 2) })).rejects.toMatchObject({ code: 'bad-value' });
    await expect(stage({ dataUrl: ofBytes(mb - 1) })).resolves.toMatchObject({});
  });

  test('kinds alias does not know, and numbers where there are none, are refused; so is a pair that is gone', async () => {
    const { deps, stage } = await withPair();
    await expect(stage({ type: 'PICTURE_TYPE_SELFIE' })).rejects.toMatchObject({ code: 'bad-value' });
    await expect(stage({ order: 1 })).rejects.toMatchObject({ code: 'bad-value' });
    await expect(stage({ type: 'PICTURE_TYPE_EXTRA' })).rejects.toMatchObject({ code: 'bad-value' });
    await expect(stagePicture(deps, picture('nobody'))).rejects.toMatchObject({ code: 'not-found' });
  });

  test('one of a kind: the newer takes its place, extras by their number; one on its way stays', async () => {
    const { deps, stage } = await withPair();
    const first = await stage();
    const second = await stage();
    await stage({ type: 'PICTURE_TYPE_EXTRA', order: 1 });
    await stage({ type: 'PICTURE_TYPE_EXTRA', order: 2 });
    expect(await deps.db.listingPictures.count()).toBe(3);
    expect(await deps.db.listingPictures.get(first.pictureId)).toBeUndefined();
    const write = { kind: 'listing/picture', externalId: 'L', pictureId: second.pictureId } as const;
    await deps.db.outbox.add(makeWrite({ kind: 'listing/picture', write, state: 'sending' }));
    await stage();
    expect(await deps.db.listingPictures.get(second.pictureId)).toBeDefined();
  });

  test('a pair has at most twenty', async () => {
    const { stage } = await withPair();
    for (let order = 1; order <= 20; order += 1) await stage({ type: 'PICTURE_TYPE_EXTRA', order });
    await expect(stage()).rejects.toMatchObject({ code: 'too-many' });
    await expect(stage({ type: 'PICTURE_TYPE_EXTRA', order: 20 })).resolves.toMatchObject({});
  });
});

test('pictures are thrown away unless something under way needs them', async () => {
  const { deps, pairId, stage } = await withPair();
  const [a, b] = [await stage(), await stage({ type: 'PICTURE_TYPE_TOP' })];
  const draft = { pictureIds: [b.pictureId] } as never;
  const write = { kind: 'listing/create', pairId, draft, activate: true } as const;
  await deps.db.outbox.add(makeWrite({ kind: 'listing/create', entityId: pairId, write }));
  expect(await discardPictures(deps, [a.pictureId, b.pictureId, 'nobody'])).toEqual({ changed: 1 });
  await deps.db.outbox.toCollection().modify({ state: 'confirmed' });
  expect(await discardPictures(deps, [b.pictureId])).toEqual({ changed: 1 });
});

test('pictures go to the listing of their pair, while nothing else is on its way there', async () => {
  const deps = await makeSellingDeps();
  const { listing, pair } = await addListed(deps);
  const { pair: other } = await addListed(deps);
  const mine = await stagePicture(deps, picture(pair.id));
  const top = await stagePicture(deps, picture(pair.id, { type: 'PICTURE_TYPE_TOP' }));
  const theirs = await stagePicture(deps, picture(other.id));
  await deps.db.listingPictures.update(top.pictureId, { dataUrl: null, externalId: 'up' });
  const ids = [mine.pictureId, top.pictureId, theirs.pictureId];
  const result = await sendPictures(deps, listing.id, ids);
  expect(result.skipped).toEqual([
    { id: top.pictureId, code: 'already-so' },
    { id: theirs.pictureId, code: 'not-found' },
  ]);
  expect(await outboxOf(deps)).toMatchObject([
    { entityId: listing.id, write: { externalId: listing.externalId, pictureId: mine.pictureId } },
  ]);
  expect(await sendPictures(deps, listing.id, ids.slice(0, 1))).toMatchObject({
    accepted: 0,
    skipped: [{ code: 'write-under-way' }],
  });
  await deps.db.outbox.clear();
  await deps.db.listings.update(listing.id, { status: 'sold' });
  expect(await sendPictures(deps, listing.id, ids.slice(0, 1))).toMatchObject({ skipped: [{ code: 'sold' }] });
  expect(await sendPictures(deps, 'nobody', ids.slice(0, 1))).toMatchObject({ skipped: [{ code: 'not-found' }] });
});
