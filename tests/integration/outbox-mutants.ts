import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import { drainOutbox } from '@/lib/outbox/drain-outbox';
import { usd } from '../fixtures/builders';

/** Outboxes with one promise taken out. Each must fail the test of the invariant it breaks: a test that cannot fail is none. */

/** Sends again what may have been sent, without looking. */
export const blindDrain: typeof drainOutbox = async (deps, run) => {
  await deps.db.outbox
    .where('state')
    .anyOf('sending', 'unknown')
    .modify((row) => void Object.assign(row, { state: 'pending', batchId: null, nextAt: deps.clock.now() }));
  return drainOutbox(deps, run);
};

/** Changes a price whatever it is: the condition always fits. */
export function withoutCondition(marketplace: Marketplace): Marketplace {
  return {
    ...marketplace,
    batchUpdate: async (changes, options) => {
      for (const { externalId, price } of changes) {
        if (price !== undefined) await marketplace.updateListing(externalId, { price: price.to }, options);
      }
      return marketplace.batchDeactivate(['nobody'], options);
    },
  };
}

/** Takes a refused condition for somebody else's change: what it reads back says so, whatever is there. */
export function refusedMeansOthers(marketplace: Marketplace): Marketplace {
  return {
    ...marketplace,
    getListing: async (id, options) => {
      const answer = await marketplace.getListing(id, options);
      return { ...answer, value: { ...answer.value, price: usd(1) } };
    },
  };
}
