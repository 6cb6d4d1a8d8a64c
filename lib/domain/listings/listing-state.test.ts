import { expect, test } from 'vitest';
import { instant } from '../time/instant';
import type { ListingStatus } from './listing';
import { isGone, isLive } from './listing-state';

const at = instant(1);

test.each<[ListingStatus, boolean, boolean, boolean, boolean]>([
  // status, missing, deleted: live, gone
  ['active', false, false, true, false],
  ['active', true, false, false, false],
  ['active', false, true, false, true],
  ['inactive', false, false, false, false],
  ['pending', false, false, false, false],
  ['sold', false, false, false, true],
  ['deleted', false, false, false, true],
  ['unknown:LISTING_STATUS_FROZEN', false, false, false, false],
])('%s, missing %s, deleted %s: live %s, gone %s', (status, missing, deleted, live, gone) => {
  const listing = { status, missingSince: missing ? at : null, deletedAt: deleted ? at : null };
  expect(isLive(listing)).toBe(live);
  expect(isGone(listing)).toBe(gone);
});
