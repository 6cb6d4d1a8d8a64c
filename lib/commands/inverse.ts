import type { OutboxRow } from '@/lib/db/selling-rows';
import type { Write } from '@/lib/domain/outbox/write';

/** Of others nothing is promised: see `inverse`. */
export const HAVE_WAY_BACK: ReadonlySet<Write['kind']> = new Set([
  'listing/price',
  'listing/activate',
  'listing/deactivate',
  'listing/create',
]);

/** null: there is no way back. */
export function inverse({ write, entityId, externalId }: OutboxRow, unknownFloor: ReadonlySet<string>): Write | null {
  switch (write.kind) {
    case 'listing/price': {
      const { from: to, to: from } = write;
      // Nobody said that it may go below the floor; but back up, where none is known, loses nothing.
      const belowFloor = unknownFloor.has(entityId) && to.minor >= from.minor;
      return { ...write, from, to, intoOffer: false, belowFloor };
    }
    case 'listing/activate':
      return { kind: 'listing/deactivate', externalId: write.externalId };
    case 'listing/deactivate':
      return { kind: 'listing/activate', externalId: write.externalId };
    case 'listing/create':
      return externalId === null ? null : { kind: 'listing/delete', externalId };
    default:
      return null;
  }
}
