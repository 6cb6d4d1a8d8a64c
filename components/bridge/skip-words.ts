import { humanised } from '../ui/format';
import { t } from '../ui/text';
import { holdTextOf } from './decision-words';
import { listingProblemOf } from './listing-problem-words';

const SKIPS: Readonly<Record<string, () => string>> = {
  'write-under-way': () => t('skip.underWay'),
  'not-found': () => t('skip.notFound'),
  'below-floor': () => t('skip.belowFloor'),
  'at-offer': () => t('skip.atOffer'),
  gone: () => t('skip.gone'),
  sold: () => t('skip.sold'),
  'changed-elsewhere': () => t('skip.changedElsewhere'),
  'changed-since': () => t('skip.changedElsewhere'),
  'changed-meanwhile': () => t('skip.changedMeanwhile'),
  'not-failed': () => t('skip.notFailed'),
  'by-rule': () => t('skip.byRule'),
  conflict: () => t('skip.conflict'),
  'already-retried': () => t('skip.alreadyRetried'),
  'newer-wish': () => t('skip.newerWish'),
  'no-conflict': () => t('skip.noConflict'),
  'cannot-be-undone': () => t('skip.cannotBeUndone'),
  'already-so': () => t('skip.alreadySo'),
  'not-live': () => t('skip.notLive'),
  'offer-old': () => t('skip.offerOld'),
  'offer-gone': () => t('skip.offerGone'),
  'offer-lower': () => t('skip.offerLower'),
  'picture-unknown': () => t('skip.pictureUnknown'),
  'would-sell-at-once': () => t('skip.wouldSellAtOnce'),
  'order-cancelled': () => t('skip.orderCancelled'),
  'order-done': () => t('skip.orderDone'),
  'confirmed-already': () => t('skip.confirmedAlready'),
  'not-confirmed': () => t('skip.notConfirmed'),
  'labelled-already': () => t('skip.labelledAlready'),
  'no-label': () => t('skip.noLabel'),
  'shipped-already': () => t('skip.shippedAlready'),
};

/** Why a listing was left out of a command, by the code the command answers. */
export function skipText(code: string): string {
  return SKIPS[code]?.() ?? listingProblemOf(code) ?? holdTextOf(code) ?? `${humanised(code)}.`;
}
