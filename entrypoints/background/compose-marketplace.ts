import type { Ground } from '@/lib/desk/ports';
import { createBudgetStore } from '@/lib/db/repositories/budgets';
import { listingPriceRange } from '@/lib/db/repositories/products';
import { createAliasMarketplace } from '@/lib/marketplaces/alias/client';
import { limitsFor } from '@/lib/marketplaces/alias/limits';
import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import { createHttp } from '@/lib/marketplaces/http/create-http';
import type { RequestGate } from '@/lib/marketplaces/http/ports';
import { createRequestGate } from '@/lib/marketplaces/http/request-gate';
import { ALIAS_API_URL } from '@/lib/settings/build';

/** One budget for everything that asks alias, whichever token it asks with. */
export function composeGate({ db, clock, random }: Ground): RequestGate {
  return createRequestGate(createBudgetStore(db, 'alias'), {
    limits: limitsFor(ALIAS_API_URL),
    now: () => clock.now(),
    random: () => random.next(),
    sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
  });
}

/** `token` is asked anew for every request. */
export function composeMarketplace(
  { db, clock, random, log }: Ground,
  gate: RequestGate,
  token: () => Promise<string>,
): Marketplace {
  const http = createHttp({
    baseUrl: ALIAS_API_URL,
    now: () => clock.now(),
    random: () => random.next(),
    token,
    gate,
    onRequest: ({ operation, method, status, requestId, durationMs, attempt, errorCode }) => {
      const facts = { operation, method, status, requestId, durationMs, attempt, errorCode };
      if (errorCode === null) log.info('request', facts);
      else log.warn('request failed', facts);
    },
  });
  return createAliasMarketplace(http, { priceLimits: (target) => listingPriceRange(db, 'alias', target) });
}
