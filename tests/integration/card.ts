import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deskParts } from '@/entrypoints/background/compose-desk';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { pageHandlers } from '@/lib/desk/handle-page';
import type { MessageParts } from '@/lib/desk/ports';
import type { ProductFacts } from '@/lib/domain/catalog/product';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { PROTOCOL, type MessageInput, type MessageOutput } from '@/lib/messaging/protocol';
import { fakeMarketplace } from '../fakes/fake-marketplace';
import { fakeClock, fakeRandom, START } from '../fakes/fake-platform';
import { makePrice, makeProduct, usd } from '../fixtures/builders';
import { makeDatabase } from '../fixtures/test-database';

export const PANDA = makeProduct().catalogId;
export const LOOK: MessageInput<'page/look-up'> = {
  site: 'goat',
  styleCode: 'DD1391-100',
  catalogId: null,
  run: 'men',
  bundle: false,
  sizes: [{ label: '10', value: 10, price: { minor: 10_500, currency: 'USD' } }],
  price: null,
  taken: null,
  shipping: null,
};
export const REFRESH = { site: 'goat', styleCode: 'DD1391-100', catalogId: null, usSize: 10 } as const;
/** What the card asks, answered by the real handlers on a database and market in memory. */
export async function makeCard({ vault = 'unlocked', isDemo = false } = {}) {
  const db = makeDatabase();
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, START);
  const clock = fakeClock(START);
  const market = fakeMarketplace();
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...panda } = makeProduct();
  const facts: ProductFacts = { ...panda, styleCode: panda.styleCode };
  market.products = [facts, { ...facts, catalogId: 'near-miss', rawSku: 'DD1391 103', styleCode: null }];
  market.quotes = [makePrice({ lowestAsk: usd(98), highestOffer: usd(90) })];
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const ground = {
    db,
    clock,
    isDemo,
    random: fakeRandom(),
    log,
    vault: { status: async () => ({ state: vault }), touch: async () => {} },
  };
  // Nothing else of the background is asked by these handlers.
  const parts = { ground, marketplace: market } as unknown as MessageParts;
  const given = deskParts(parts);
  const targetNotice = () => ({ title: '', message: '' });
  const handlers = pageHandlers({ ...given, reading: { ...given.reading, targetNotice } });
  const look = async (given: Partial<typeof LOOK> = {}): Promise<MessageOutput<'page/look-up'>> =>
    PROTOCOL['page/look-up'].output.parse(await handlers['page/look-up']({ ...LOOK, ...given }));
  return { db, clock, market, handlers, look };
}

export const calls = (market: ReturnType<typeof fakeMarketplace>, name: string) =>
  market.calls.filter((call) => call.name === name).length;

/** A browser with nothing in it that lets alias be asked. */
export function freshBrowser(): void {
  fakeBrowser.reset();
  Object.assign(fakeBrowser, { permissions: { contains: async () => true } });
}
