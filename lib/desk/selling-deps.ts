import type { SellingDeps } from '@/lib/commands/selling-deps';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { readListingDrafts } from '@/lib/queries/listing-drafts';
import { readListingGrounds } from '@/lib/queries/listing-grounds';
import type { Valuation } from '@/lib/queries/valuation';
import { commandDeps } from './attempt';
import type { DeskParts } from './ports';

/** What commands on listings work with: settings as they are now, read before any transaction begins. */
export async function sellingDeps({ ground, stored }: Pick<DeskParts, 'ground' | 'stored'>): Promise<SellingDeps> {
  const [currency, profile, regionId, { freshMinutes }] = await Promise.all([
    stored.get('displayCurrency'),
    stored.get('feeProfile'),
    stored.get('regionId'),
    stored.get('repricingGuards'),
  ]);
  const { db, clock } = ground;
  const valuation = (): Valuation => ({ now: clock.now(), currency, profile, regionId });
  return {
    ...commandDeps(ground),
    readDrafts: (pairIds, as) => readListingDrafts(db, pairIds, valuation(), as),
    readListed: (listingIds) => readListingGrounds(db, listingIds, valuation()),
    freshMs: freshMinutes * MINUTE_MS,
  };
}
