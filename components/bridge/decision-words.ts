import type { ChangeReason, GuardName, HoldReason } from '@/lib/domain/repricing/decision';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';

const HOLDS: Record<HoldReason, readonly [name: () => string, advice: () => string]> = {
  'no-rule': [() => t('hold.noRule'), () => t('holdDo.noRule')],
  'rule-invalid': [() => t('hold.ruleInvalid'), () => t('holdDo.ruleInvalid')],
  'not-live': [() => t('hold.notLive'), () => t('holdDo.notLive')],
  'write-under-way': [() => t('hold.writeUnderWay'), () => t('holdDo.writeUnderWay')],
  schedule: [() => t('hold.schedule'), () => t('holdDo.schedule')],
  stale: [() => t('hold.stale'), () => t('holdDo.stale')],
  'size-unknown': [() => t('hold.sizeUnknown'), () => t('holdDo.sizeUnknown')],
  'condition-unknown': [() => t('hold.conditionUnknown'), () => t('holdDo.conditionUnknown')],
  'cost-unknown': [() => t('hold.costUnknown'), () => t('holdDo.costUnknown')],
  'fees-unknown': [() => t('hold.feesUnknown'), () => t('holdDo.feesUnknown')],
  'rate-unknown': [() => t('hold.rateUnknown'), () => t('holdDo.rateUnknown')],
  'floor-unreachable': [() => t('hold.floorUnreachable'), () => t('holdDo.floorUnreachable')],
  'ceiling-unknown': [() => t('hold.ceilingUnknown'), () => t('holdDo.ceilingUnknown')],
  'bounds-contradict': [() => t('hold.boundsContradict'), () => t('holdDo.boundsContradict')],
  'no-market': [() => t('hold.noMarket'), () => t('holdDo.noMarket')],
  outlier: [() => t('hold.outlier'), () => t('holdDo.outlier')],
  'not-yet': [() => t('hold.notYet'), () => t('holdDo.notYet')],
  'not-enough-sales': [() => t('hold.notEnoughSales'), () => t('holdDo.notEnoughSales')],
  currency: [() => t('hold.currency'), () => t('holdDo.currency')],
  'market-below-floor': [() => t('hold.marketBelowFloor'), () => t('holdDo.marketBelowFloor')],
  'already-there': [() => t('hold.alreadyThere'), () => t('holdDo.alreadyThere')],
  'own-is-lowest': [() => t('hold.ownIsLowest'), () => t('holdDo.ownIsLowest')],
  'cool-down': [() => t('hold.coolDown'), () => t('holdDo.coolDown')],
  'daily-limit': [() => t('hold.dailyLimit'), () => t('holdDo.dailyLimit')],
  loop: [() => t('hold.loop'), () => t('holdDo.loop')],
  'too-small': [() => t('hold.tooSmall'), () => t('holdDo.tooSmall')],
  'would-sell-at-once': [() => t('hold.wouldSellAtOnce'), () => t('holdDo.wouldSellAtOnce')],
  'out-of-reach': [() => t('hold.outOfReach'), () => t('holdDo.outOfReach')],
  'not-in-experiment': [() => t('hold.notInExperiment'), () => t('holdDo.notInExperiment')],
  'run-limit': [() => t('hold.runLimit'), () => t('holdDo.runLimit')],
  'loss-budget': [() => t('hold.lossBudget'), () => t('holdDo.lossBudget')],
  breaker: [() => t('hold.breaker'), () => t('holdDo.breaker')],
};

/** Why a price is left as it is, in a few words. */
export function holdText(reason: HoldReason): string {
  return HOLDS[reason][0]();
}

/** The same by a code that may be something else; null: it is none of these reasons. */
export function holdTextOf(code: string): string | null {
  return isHoldReason(code) ? `${holdText(code)}.` : null;
}

function isHoldReason(code: string): code is HoldReason {
  return Object.hasOwn(HOLDS, code);
}

export interface HoldAdvice {
  readonly text: string;
  /** Where the person can do it. */
  readonly way: { readonly text: string; readonly href: string } | null;
}

/** What a person can do about it. */
export function holdAdvice(reason: HoldReason): HoldAdvice {
  return { text: HOLDS[reason][1](), way: WAYS[reason]?.() ?? null };
}

const toLimits = () => ({ text: t('holdDo.toLimits'), href: routeHref({ screen: 'rules', view: 'limits' }) });

const WAYS: Partial<Record<HoldReason, () => NonNullable<HoldAdvice['way']>>> = {
  'cost-unknown': () => ({
    text: t('holdDo.toCosts'),
    href: routeHref({ screen: 'selling', item: 'costs' }),
  }),
  'fees-unknown': () => ({ text: t('holdDo.toFees'), href: routeHref({ screen: 'settings', view: 'fees' }) }),
  'rate-unknown': () => ({ text: t('holdDo.toRates'), href: routeHref({ screen: 'settings', view: 'currency' }) }),
  'cool-down': toLimits,
  'daily-limit': toLimits,
  'too-small': toLimits,
  'run-limit': toLimits,
  'loss-budget': toLimits,
};

const CHANGES: Record<ChangeReason, () => string> = {
  strategy: () => t('change.strategy'),
  step: () => t('change.step'),
  floor: () => t('change.floor'),
  ceiling: () => t('change.ceiling'),
  'above-offer': () => t('change.aboveOffer'),
  siblings: () => t('change.siblings'),
  catalogue: () => t('change.catalogue'),
  alone: () => t('change.alone'),
};

/** What settled the new price. */
export function changeText(reason: ChangeReason): string {
  return CHANGES[reason]();
}

const GUARDS: Record<GuardName, () => string> = {
  listing: () => t('trail.listing'),
  rule: () => t('trail.rule'),
  freshness: () => t('trail.freshness'),
  variant: () => t('trail.variant'),
  outlier: () => t('trail.outlier'),
  'own-listings': () => t('trail.ownListings'),
  strategy: () => t('trail.strategy'),
  step: () => t('trail.step'),
  'cool-down': () => t('trail.coolDown'),
  rounding: () => t('trail.rounding'),
  'instant-sale': () => t('trail.instantSale'),
  catalogue: () => t('trail.catalogue'),
  ceiling: () => t('trail.ceiling'),
  floor: () => t('trail.floor'),
  siblings: () => t('trail.siblings'),
  'run-limit': () => t('trail.runLimit'),
};

/** A guard by the name it goes by everywhere. */
export function guardText(guard: GuardName): string {
  return GUARDS[guard]();
}
