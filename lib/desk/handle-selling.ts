import { cancelWrites } from '@/lib/commands/cancel-writes';
import { discardPictures } from '@/lib/commands/discard-pictures';
import { dismissGroups } from '@/lib/commands/dismiss-groups';
import { endVacation } from '@/lib/commands/end-vacation';
import { listPairs } from '@/lib/commands/list-pairs';
import { resolveConflicts } from '@/lib/commands/resolve-conflicts';
import { retryWrites } from '@/lib/commands/retry-writes';
import { sellIntoOffer } from '@/lib/commands/sell-into-offer';
import type { Accepted, SellingDeps } from '@/lib/commands/selling-deps';
import { sendPictures } from '@/lib/commands/send-pictures';
import { setPrices } from '@/lib/commands/set-prices';
import { stagePicture } from '@/lib/commands/stage-picture';
import { startVacation } from '@/lib/commands/start-vacation';
import { switchListings } from '@/lib/commands/switch-listings';
import { undoWrites } from '@/lib/commands/undo-writes';
import { money, type Money } from '@/lib/domain/money/money';
import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt, commandDeps, currencyOf } from './attempt';
import type { DeskParts } from './ports';
import { sellingDeps } from './selling-deps';

/** Everything a person does to listings: put down here, sent by the outbox, which is woken at once. */
export function sellingHandlers({ ground, stored, engine }: Pick<DeskParts, 'ground' | 'stored' | 'engine'>) {
  const deps = commandDeps(ground);

  /** Rows and intent are committed when this answers; nothing has been sent yet. */
  const send = async (run: (given: SellingDeps) => Promise<Accepted>) => {
    const tried = await attempt(ground, async () => run(await sellingDeps({ ground, stored })));
    if (!tried.ok) return tried;
    const { groupId, accepted, skipped } = tried.value;
    if (groupId !== null) engine.wake();
    return { ok: true as const, groupId, accepted, skipped: [...skipped] };
  };
  const told = async <T extends object>(run: () => Promise<T>) => {
    const tried = await attempt(ground, run);
    return tried.ok ? { ok: true as const, ...tried.value } : tried;
  };

  return {
    'listings/create': ({ listings }) =>
      send((given) =>
        listPairs(
          given,
          listings.map((each) => ({ ...each, price: amountOf(each.price) })),
        ),
      ),
    'listings/set-price': ({ changes }) =>
      send((given) =>
        setPrices(
          given,
          changes.map((each) => ({ ...each, from: amountOf(each.from), to: amountOf(each.to) })),
        ),
      ),
    'listings/activate': ({ listingIds, belowFloor = false, intoOffer = false }) =>
      send((given) => switchListings(given, 'activate', listingIds, { belowFloor, intoOffer })),
    'listings/deactivate': ({ listingIds }) => send((given) => switchListings(given, 'deactivate', listingIds)),
    'listings/delete': ({ listingIds }) => send((given) => switchListings(given, 'delete', listingIds)),
    'listings/sell-into-offer': ({ listingId, offer }) =>
      send((given) => sellIntoOffer(given, listingId, amountOf(offer))),
    'pictures/stage': (picture) => told(() => stagePicture(deps, picture)),
    'pictures/discard': ({ pictureIds }) => told(() => discardPictures(deps, pictureIds)),
    'pictures/send': ({ listingId, pictureIds }) => send((given) => sendPictures(given, listingId, pictureIds)),
    'vacation/start': () => send(startVacation),
    'vacation/end': ({ belowFloor = false, intoOffer = false, leaveRest = false }) =>
      send((given) => endVacation(given, { belowFloor, intoOffer, leaveRest })),
    'writes/retry': ({ writeIds }) => send((given) => retryWrites(given, writeIds)),
    'writes/cancel': ({ writeIds }) => told(() => cancelWrites(deps, writeIds)),
    'writes/resolve': ({ writeIds, take }) => send((given) => resolveConflicts(given, writeIds, take)),
    'writes/undo': ({ groupId }) => send((given) => undoWrites(given, groupId)),
    'writes/dismiss': ({ groupIds }) => told(() => dismissGroups(deps, groupIds)),
  } satisfies Partial<MessageHandlers>;
}

function amountOf({ minor, currency }: { readonly minor: number; readonly currency: string }): Money {
  return money(minor, currencyOf(currency));
}
