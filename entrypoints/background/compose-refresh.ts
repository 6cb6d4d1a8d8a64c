import { localOffset } from '@/components/bridge/local-time';
import type { GivenParts, MessageParts } from '@/lib/desk/ports';
import { getSetting } from '@/lib/settings/stored-settings';
import type { TargetTerms } from '@/lib/sync/target-facts';

/** What reading a product's market needs, for the job as for a person who looks at it now; the desk has the words. */
export function composeRefresh({
  ground,
  marketplace,
}: Pick<MessageParts, 'ground' | 'marketplace'>): GivenParts['reading'] {
  const { db, clock, random } = ground;
  let terms: TargetTerms | null = null;
  return {
    db,
    clock,
    random,
    marketplace,
    // Asked for before every reading: what a ring tells of is read then, since a transaction waits for nothing else.
    regionId: async () => {
      const [profile, { mostPerDay }, sites] = await Promise.all([
        getSetting('feeProfile'),
        getSetting('watching'),
        getSetting('siteProfiles'),
      ]);
      // What alias sells is bought on GOAT.
      terms = { profile, buying: sites['goat']?.buyer ?? null, mostPerDay, offsetAt: localOffset };
      return getSetting('regionId');
    },
    targetTerms: () => terms,
  };
}
