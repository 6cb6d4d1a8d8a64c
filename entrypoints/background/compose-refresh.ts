import type { MessageParts } from '@/lib/desk/ports';
import { getSetting } from '@/lib/settings/stored-settings';
import type { PricesDeps } from '@/lib/sync/read-prices';
import { targetNotice } from './notice-words';

/** What reading a product's market needs, for the job as for a person who looks at it now. */
export function composeRefresh({ ground, marketplace }: Pick<MessageParts, 'ground' | 'marketplace'>): PricesDeps {
  const { db, clock, random } = ground;
  return { db, clock, random, marketplace, regionId: () => getSetting('regionId'), targetNotice };
}
