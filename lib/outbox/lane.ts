import type { OutboxRow } from '@/lib/db/selling-rows';
import type { Wish } from '@/lib/domain/outbox/standing-of';
import { isOrderWrite } from '@/lib/domain/outbox/write';

/**
 * How a write travels. Those of one lane share a request; `create-one`, `picture` and `order` go one by one, since no
 * batch takes what they carry.
 */
export type Lane = 'price' | 'activate' | 'deactivate' | 'delete' | 'create' | LoneLane;

export type LoneLane = 'create-one' | 'picture' | 'order';

/**
 * The next step of a write. A listing that is to be made goes through three, all of them in one row: made (inactive, with
 * its key), pictures, activated. Null: nothing is left to do.
 *
 * @param isUp whether a picture is at the marketplace already
 */
export function nextStep(
  row: Pick<OutboxRow, 'write' | 'externalId'>,
  isUp: (pictureId: string) => boolean,
): Lane | null {
  const { write } = row;
  if (isOrderWrite(write)) return 'order';
  switch (write.kind) {
    case 'listing/price':
      return 'price';
    case 'listing/activate':
      return 'activate';
    case 'listing/deactivate':
      return 'deactivate';
    case 'listing/delete':
      return 'delete';
    case 'listing/picture':
      return isUp(write.pictureId) ? null : 'picture';
    case 'listing/create': {
      const { defects, additionalDefects, pictureIds } = write.draft;
      // The body of a batch has no place for defects.
      if (row.externalId === null) return defects.length > 0 || additionalDefects !== '' ? 'create-one' : 'create';
      if (!pictureIds.every(isUp)) return 'picture';
      return write.activate ? 'activate' : null;
    }
  }
}

/** What a write wants of a listing that exists; null for what cannot be told by looking at one. */
export function wishOf({ write, externalId }: Pick<OutboxRow, 'write' | 'externalId'>): Wish | null {
  if (write.kind === 'listing/picture' || isOrderWrite(write)) return null;
  if (write.kind !== 'listing/create') return write;
  return externalId === null ? null : { kind: 'listing/activate' };
}

/** Pictures a step has to bring up, in order. */
export function picturesOf({ write }: Pick<OutboxRow, 'write'>): readonly string[] {
  if (write.kind === 'listing/picture') return [write.pictureId];
  return write.kind === 'listing/create' ? write.draft.pictureIds : [];
}
