import type { OutboxRow, WriteGroupKind } from '@/lib/db/selling-rows';
import type { WriteProblem, WriteProblemCode, WriteState } from '@/lib/domain/outbox/write';
import { countText, moneyText } from '../ui/format';
import { t } from '../ui/text';

const COUNTS: Record<WriteGroupKind, (count: number) => string> = {
  list: (count) => t('writes.count.list', count, [countText(count)]),
  price: (count) => t('writes.count.price', count, [countText(count)]),
  activate: (count) => t('writes.count.activate', count, [countText(count)]),
  deactivate: (count) => t('writes.count.deactivate', count, [countText(count)]),
  delete: (count) => t('writes.count.delete', count, [countText(count)]),
  pictures: (count) => t('writes.count.pictures', count, [countText(count)]),
  'vacation-start': (count) => t('writes.count.vacationStart', count, [countText(count)]),
  'vacation-end': (count) => t('writes.count.vacationEnd', count, [countText(count)]),
  'sell-into-offer': (count) => t('writes.count.sellIntoOffer', count, [countText(count)]),
  reprice: (count) => t('writes.count.reprice', count, [countText(count)]),
  'order-confirm': (count) => t('writes.count.orderConfirm', count, [countText(count)]),
  'order-confirm-label': (count) => t('writes.count.orderConfirmLabel', count, [countText(count)]),
  'order-label': (count) => t('writes.count.orderLabel', count, [countText(count)]),
  'order-ship': (count) => t('writes.count.orderShip', count, [countText(count)]),
  'order-cancel': (count) => t('writes.count.orderCancel', count, [countText(count)]),
  undo: (count) => t('writes.count.undo', count, [countText(count)]),
};

/** How many of what a command is: `12 price changes`. */
export function writesText(kind: WriteGroupKind, count: number): string {
  return COUNTS[kind](count);
}

const STATES: Record<WriteState, () => string> = {
  pending: () => t('writes.state.pending'),
  sending: () => t('writes.state.sending'),
  unknown: () => t('writes.state.unknown'),
  confirmed: () => t('writes.state.confirmed'),
  rejected: () => t('writes.state.rejected'),
  superseded: () => t('writes.state.superseded'),
  expired: () => t('writes.state.expired'),
  dead: () => t('writes.state.dead'),
};

export function writeStateText(state: WriteState): string {
  return STATES[state]();
}

/** What one write does, in a few words: `$120 to $115`, `Put on sale`. */
export function writeText({ write }: Pick<OutboxRow, 'write'>): string {
  switch (write.kind) {
    case 'listing/price':
      return t('writes.what.price', [moneyText(write.from), moneyText(write.to)]);
    case 'listing/activate':
      return t('writes.what.activate');
    case 'listing/deactivate':
      return t('writes.what.deactivate');
    case 'listing/delete':
      return t('writes.what.delete');
    case 'listing/create':
      return t('writes.what.create', [moneyText(write.draft.price)]);
    case 'listing/picture':
      return t('writes.what.picture');
    case 'order/confirm':
      return t('writes.what.orderConfirm');
    case 'order/label':
      return t(write.again ? 'writes.what.orderRelabel' : 'writes.what.orderLabel');
    case 'order/ship':
      return t('writes.what.orderShip');
    case 'order/cancel':
      return t('writes.what.orderCancel');
  }
}

const PROBLEMS: Record<WriteProblemCode, () => string> = {
  refused: () => t('writes.problem.refused'),
  gone: () => t('writes.problem.gone'),
  'changed-elsewhere': () => t('writes.problem.changedElsewhere'),
  paused: () => t('writes.problem.paused'),
  'too-old': () => t('writes.problem.tooOld'),
  'below-floor': () => t('writes.problem.belowFloor'),
  'floor-unknown': () => t('writes.problem.floorUnknown'),
  'at-offer': () => t('writes.problem.atOffer'),
  'order-over': () => t('writes.problem.orderOver'),
  prerequisite: () => t('writes.problem.prerequisite'),
  cancelled: () => t('writes.problem.cancelled'),
  restored: () => t('writes.problem.restored'),
  'other-seller': () => t('writes.problem.otherSeller'),
  attempts: () => t('writes.problem.attempts'),
};

/** Why a write ended otherwise than wanted, with alias's own words behind ours when it gave any. */
export function problemText({ code, message }: WriteProblem): string {
  const said = message.trim();
  return said === '' ? PROBLEMS[code]() : `${PROBLEMS[code]()} ${said}`;
}

const NEXT: Partial<Record<WriteProblemCode, () => string>> = {
  gone: () => t('writes.nextStep.gone'),
  'order-over': () => t('writes.nextStep.orderOver'),
  'changed-elsewhere': () => t('writes.nextStep.changedElsewhere'),
  'below-floor': () => t('writes.nextStep.belowFloor'),
  'floor-unknown': () => t('writes.nextStep.floorUnknown'),
  'at-offer': () => t('writes.nextStep.atOffer'),
};

/** What the person can do about it. */
export function nextStepText(code: WriteProblemCode): string {
  return (NEXT[code] ?? (() => t('writes.nextStep.retry')))();
}
