import type { OfferHistogramRow } from '@/lib/db/rows';
import { variantId, type OfferBin, type VariantKey } from '@/lib/domain/market/quote';
import { ageOf, MINUTE_MS } from '@/lib/domain/time/instant';
import type { Answer } from '@/lib/marketplaces/contract/page';
import type { Keeping } from './keeping';
import type { SoldVariant } from './keep-recent-sales';
import type { PricesDeps } from './read-prices';

/** Offers move slower than people look: within this time the ones that were read last stand. */
const USE_BY_MS = 5 * MINUTE_MS;

/** What was answered, and how it is kept. */
interface OfferReading {
  readonly keeping: Keeping;
  readonly rejected: Answer<readonly OfferBin[]>['rejected'];
}

/**
 * Asks for the open offers on one size (new, good box, in the seller's region), with one request; nothing is asked while
 * those kept are younger than five minutes. Only the newest are kept: one row a variant, by its `variantId`.
 *
 * @returns null when the ones there are still stand
 * @throws MarketError whatever the marketplace refused
 */
export async function readOffers(deps: PricesDeps, size: SoldVariant): Promise<OfferReading | null> {
  const { db, marketplace, clock } = deps;
  const variant: VariantKey = {
    ...size,
    marketplace: marketplace.id,
    condition: 'new',
    packaging: 'good',
    consigned: null,
    regionId: await deps.regionId(),
  };
  const id = variantId(variant);
  const known = await db.offerHistograms.get(id);
  if (ageOf(known?.at ?? null, clock.now()) < USE_BY_MS) return null;
  const { value, rejected } = await marketplace.getOffers(variant, { priority: 'user' });
  return { rejected, keeping: keepOffers(deps, { id, variant, catalogId: size.catalogId, bins: value }) };
}

function keepOffers({ db, clock }: PricesDeps, offers: Omit<OfferHistogramRow, 'at'>): Keeping {
  return {
    tables: [db.offerHistograms],
    async write() {
      await db.offerHistograms.put({ ...offers, bins: [...offers.bins], at: clock.now() });
      return 1;
    },
  };
}
