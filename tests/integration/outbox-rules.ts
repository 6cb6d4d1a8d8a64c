import { pricesCursorId } from '@/lib/db/repositories/cursors';
import { setRepricingMode } from '@/lib/db/repositories/repricing-state';
import type { RepricingRuleRow } from '@/lib/db/repricing-rows';
import type { Listing } from '@/lib/domain/listings/listing';
import type { NewGroup, NewWrite } from '@/lib/outbox/enqueue';
import { freshCursor } from '@/lib/sync/sync-run';
import { makePrice, makeProduct, usd } from '../fixtures/builders';
import { CHANGE, makeDecision, NOTHING_SEEN } from '../fixtures/decisions';
import { makeRule } from '../fixtures/rules';
import { DUNK, type OutboxWorld } from './outbox-world';

/** A change of price as a command asks for it. */
export function priceWrite(listing: Listing, to: number, given: Partial<NewWrite> = {}): NewWrite {
  const { id, externalId, price } = listing;
  const flags = { intoOffer: false, belowFloor: false };
  return { entityId: id, write: { kind: 'listing/price', externalId, from: price, to: usd(to), ...flags }, ...given };
}

/** What a rule needs to change a price: it is on and live, and the market was read just now. */
export async function allowRules(world: OutboxWorld, given: Partial<RepricingRuleRow> = {}): Promise<void> {
  const { db } = world.worker;
  const now = world.clock.now();
  await db.repricingRules.put(makeRule({ id: 'rule', ...given }));
  await db.products.put(makeProduct({ id: 'dunk', catalogId: DUNK }));
  await db.marketPrices.put(
    makePrice({ variant: { catalogId: DUNK }, lowestAsk: usd(400), highestOffer: usd(90), updatedAt: now }),
  );
  await db.cursors.put({ ...freshCursor(pricesCursorId(DUNK, null), { now }), finishedAt: now });
  await setRepricingMode(db, 'live', null, now);
}

/** Writes as a run of rules puts them down, each with its decision. */
export async function enqueueRules(
  world: OutboxWorld,
  changes: readonly (readonly [Listing, number])[],
  group: Partial<NewGroup> = {},
): Promise<void> {
  const { db } = world.worker;
  const now = world.clock.now();
  for (const [listing, to] of changes) {
    const decision = { ...CHANGE, to: usd(to), ceiling: usd(900) };
    const seen = { ...NOTHING_SEEN, readAt: now, lowestAsk: usd(400), highestOffer: usd(90) };
    const id = `decision-${listing.id}-${to}`;
    await db.repricingDecisions.put(
      makeDecision(decision, { id, listingId: listing.id, at: now, from: listing.price, seen }),
    );
  }
  const writes = changes.map(([listing, to]) =>
    priceWrite(listing, to, { decisionId: `decision-${listing.id}-${to}` }),
  );
  await world.enqueue(writes, { kind: 'reprice', by: 'rule', runId: 'run', ...group });
}

/** Where every write stands: `confirmed`, or `superseded paused` and the like. */
export async function standings(world: OutboxWorld): Promise<readonly string[]> {
  return (await world.outbox()).map(({ state, problem }) => (problem === null ? state : `${state} ${problem.code}`));
}
