import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { createFaultServer, type FaultServer } from '@/tests/fakes/fault-server';
import { makeHttp } from '@/tests/fakes/make-http';
import type { Marketplace } from '../contract/marketplace';
import type { ListingDraft } from '../contract/writes';
import { createAliasMarketplace } from './client';

const OPTIONS = { priority: 'user' } as const;
const USD = (minor: number) => money(minor, 'USD');
const SIZE = { value: 10.5, system: 'US' } as const;
const DRAFT: ListingDraft = {
  catalogId: 'dunk',
  price: USD(14_200),
  size: SIZE,
  condition: 'new',
  packaging: 'good',
  activate: false,
};

let server: FaultServer;
beforeAll(async () => {
  server = await createFaultServer();
});
afterAll(() => server.close());

type Call = (alias: Marketplace) => Promise<unknown>;
describe('refused before anything is sent', () => {
  const many = Array.from({ length: 101 }, (_, n) => `l${n}`);
  const REFUSED: readonly (readonly [string, Call])[] = [
    ['a price with cents', (a) => a.createListing({ ...DRAFT, price: USD(14_250) }, OPTIONS)],
    ['a price of nothing', (a) => a.createListing({ ...DRAFT, price: USD(0) }, OPTIONS)],
    ['a negative price', (a) => a.updateListing('l1', { price: USD(-100) }, OPTIONS)],
    ['pounds', (a) => a.updateListing('l1', { price: money(14_200, 'GBP') }, OPTIONS)],
    [
      'a condition only known raw',
      (a) => a.createListing({ ...DRAFT, condition: 'unknown:CONDITION_SIGNED' }, OPTIONS),
    ],
    ['a listing without product', (a) => a.createListing({ ...DRAFT, catalogId: '' }, OPTIONS)],
    ['an update of nothing', (a) => a.updateListing('l1', {}, OPTIONS)],
    ['an empty id', (a) => a.deleteListing('', OPTIONS)],
    ['an id that climbs', (a) => a.deleteListing('..', OPTIONS)],
    ['empty metadata', (a) => a.setListingMetadata('l1', {}, OPTIONS)],
    ['no keys', (a) => a.deleteListingMetadata('l1', [], OPTIONS)],
    [
      'an extra picture without place',
      (a) =>
        a.addPicture(
          { externalListingId: 'l', type: 'PICTURE_TYPE_EXTRA', source: { url: 'https://x.test' } },
          OPTIONS,
        ),
    ],
    [
      'a picture over http',
      (a) =>
        a.addPicture({ externalListingId: 'l', type: 'PICTURE_TYPE_TOP', source: { url: 'http://x.test' } }, OPTIONS),
    ],
    ['no ids', (a) => a.batchDelete([], OPTIONS)],
    ['101 ids', (a) => a.batchActivate(many, OPTIONS)],
    ['an id twice', (a) => a.batchDeactivate(['l1', 'l1'], OPTIONS)],
    [
      'ids too long for an address',
      (a) =>
        a.batchDelete(
          many.slice(0, 100).map((id) => id.padEnd(90, 'x')),
          OPTIONS,
        ),
    ],
    ['a batch of no copies', (a) => a.batchCreate([{ ...DRAFT, copies: [] }], OPTIONS)],
    ['1,001 copies', (a) => a.batchCreate([{ ...DRAFT, copies: Array.from({ length: 1001 }, () => ({})) }], OPTIONS)],
    [
      'a listing twice in a batch',
      (a) =>
        a.batchUpdate(
          [1, 2].map(() => ({ externalId: 'l1', price: { from: USD(100), to: USD(200) } })),
          OPTIONS,
        ),
    ],
    ['a change of nothing', (a) => a.batchUpdate([{ externalId: 'l1' }], OPTIONS)],
    [
      'a change of size scale',
      (a) => a.batchUpdate([{ externalId: 'l1', size: { from: SIZE, to: { value: 10, system: 'UK' } } }], OPTIONS),
    ],
  ];

  test.each(REFUSED)('%s', async (_name, call) => {
    const before = server.requests.length;
    await expect(call(createAliasMarketplace(makeHttp(server.origin).http))).rejects.toMatchObject({
      code: 'bad-request',
      httpStatus: null,
    });
    expect(server.requests).toHaveLength(before);
  });

  test.each([
    ['below', 2400],
    ['above', 200_100],
  ])('a price %s the catalogue’s limits', async (_name, cents) => {
    const asked: unknown[] = [];
    const priceLimits = (target: unknown) => {
      asked.push(target);
      return Promise.resolve({ minimum: USD(2500), maximum: USD(200_000) });
    };
    const alias = createAliasMarketplace(makeHttp(server.origin).http, { priceLimits });
    const before = server.requests.length;
    const price = { from: USD(14_200), to: USD(cents) };
    for (const call of [
      alias.createListing({ ...DRAFT, price: price.to }, OPTIONS),
      alias.updateListing('l1', { price: price.to }, OPTIONS),
      alias.batchCreate([{ ...DRAFT, price: price.to, copies: [{}] }], OPTIONS),
      alias.batchUpdate([{ externalId: 'l1', price }], OPTIONS),
    ]) {
      await expect(call).rejects.toMatchObject({ code: 'bad-request' });
    }
    expect(asked).toEqual([
      { catalogId: 'dunk' },
      { externalListingId: 'l1' },
      { catalogId: 'dunk' },
      { externalListingId: 'l1' },
    ]);
    expect(server.requests).toHaveLength(before);
  });
});
