import type { Pair } from '@/lib/domain/inventory/pair';
import type { Condition, Packaging } from '@/lib/domain/listings/listing';
import { stoppingProblem, type Confirmations } from '@/lib/domain/listings/listing-problem';
import type { ListingSubject } from '@/lib/domain/listings/listing-subject';
import { preflight } from '@/lib/domain/listings/preflight';
import { formatMoney } from '@/lib/domain/money/format-money';
import type { Money } from '@/lib/domain/money/money';
import type { Write } from '@/lib/domain/outbox/write';
import { convertSize } from '@/lib/domain/sizes/allowed-sizes';
import { enqueueGroup } from '@/lib/outbox/enqueue';
import { CommandError } from './command-deps';
import { stampAfter } from './keep-undo';
import { logPairs } from './log-pairs';
import { sellingTables, type Accepted, type SellingDeps, type Skipped } from './selling-deps';
import { oncePerId } from './send-writes';

/** A listing as a person wants it, and what they said of it. */
export interface ListingOrder extends Confirmations {
  readonly pairId: string;
  readonly price: Money;
  readonly condition: Condition;
  readonly packaging: Packaging;
  /** `LISTING_DEFECT_*` */
  readonly defects: readonly string[];
  readonly additionalDefects: string;
  /** Rows of `listingPictures` of this pair. */
  readonly pictureIds: readonly string[];
  readonly activate: boolean;
}

/** Listings one command makes at most: as many as fit into one batch. */
const MOST = 1000;

/**
 * Lists pairs. Each is checked once more, on what the books say in this very transaction; those that may not be listed,
 * or not without a word that was not given, are skipped with the problem's code (or `not-found`, `picture-unknown`).
 * A pair becomes what it is listed as, since a listing's condition and box cannot be changed afterwards.
 *
 * @throws CommandError `too-many`
 */
export async function listPairs(deps: SellingDeps, asked: readonly ListingOrder[]): Promise<Accepted> {
  const { db } = deps;
  const orders = oncePerId(asked, ({ pairId }) => pairId);
  if (orders.length > MOST)
    throw new CommandError('too-many', `At most ${MOST} pairs are listed at once. Nothing was changed.`);
  return db.transaction('rw', sellingTables(db), async () => {
    const drafts = await deps.readDrafts(
      orders.map(({ pairId }) => pairId),
      new Map(orders.map((order) => [order.pairId, order])),
    );
    const subjects = new Map(drafts.map((subject) => [subject.pair.id, subject]));
    const planned = orders.map((order) => ({ order, made: planListing(order, subjects.get(order.pairId)) }));
    const skipped: Skipped[] = planned.flatMap(({ order, made }) =>
      typeof made === 'string' ? [{ id: order.pairId, code: made }] : [],
    );
    const wanted = planned.flatMap(({ order, made }) => (typeof made === 'string' ? [] : [{ order, write: made }]));
    const queued = await enqueueGroup(
      deps,
      { kind: 'list', by: 'user' },
      wanted.map(({ order, write }) => ({ entityId: order.pairId, write })),
    );
    const late = new Set(queued.skipped.map(({ id }) => id));
    const sent = wanted.map(({ order }) => order).filter(({ pairId }) => !late.has(pairId));
    await fitPairs(deps, sent);
    await tell(deps, sent, queued.groupId);
    return { groupId: queued.groupId, accepted: queued.accepted, skipped: [...skipped, ...queued.skipped] };
  });
}

/** The write that makes the listing; a text is the code of what keeps it from being made. */
export function planListing(
  order: ListingOrder,
  subject: ListingSubject | undefined,
): Extract<Write, { kind: 'listing/create' }> | string {
  if (subject === undefined) return 'not-found';
  const { pairId, price, condition, packaging, defects, additionalDefects, pictureIds, activate } = order;
  // One whose bytes are gone would never go up, and the listing be without it.
  const pictures = pictureIds.map((id) => subject.pictures.find((picture) => picture.id === id && picture.isKept));
  const pictureTypes = pictures.flatMap((picture) => picture?.type ?? []);
  if (pictureTypes.length < pictureIds.length) return 'picture-unknown';
  const problem = stoppingProblem(preflight(subject, { ...order, pictureTypes }), order);
  if (problem !== null) return problem.code;
  const { product, pair } = subject;
  const size = product === null ? null : convertSize(product, pair.size, product.sizeSystem);
  if (product === null || size === null) return 'no-product';
  return {
    kind: 'listing/create',
    pairId,
    draft: {
      catalogId: product.catalogId,
      price,
      size,
      condition,
      packaging,
      defects: [...defects],
      additionalDefects: additionalDefects.trim(),
      pictureIds: [...pictureIds],
    },
    activate,
    belowFloor: order.belowFloor,
    intoOffer: order.intoOffer,
  };
}

async function fitPairs(deps: SellingDeps, orders: readonly ListingOrder[]): Promise<void> {
  const pairs = await deps.db.inventory.bulkGet(orders.map(({ pairId }) => pairId));
  const changed = orders.flatMap(({ condition, packaging }, nth): Pair[] => {
    const pair = pairs[nth];
    if (pair === undefined || (pair.condition === condition && pair.packaging === packaging)) return [];
    return [{ ...pair, condition, packaging, updatedAt: stampAfter(pair.updatedAt, deps.now()) }];
  });
  await deps.db.inventory.bulkPut(changed);
}

/** Up to so many pairs have their own price in their timeline; of more, one line tells. */
const TOLD_EACH = 200;

async function tell(deps: SellingDeps, orders: readonly ListingOrder[], groupId: string | null): Promise<void> {
  if (orders.length === 0) return;
  const kind = 'listings/list';
  if (orders.length > TOLD_EACH) {
    const pairIds = orders.map(({ pairId }) => pairId);
    await logPairs(deps, { kind, summary: 'Wanted on alias', pairIds, facts: { groupId } });
    return;
  }
  for (const { pairId, price } of orders) {
    const summary = `Wanted on alias at ${formatMoney(price, { whole: 'exact' })}`;
    await logPairs(deps, { kind, summary, pairIds: [pairId], facts: { groupId } });
  }
}
