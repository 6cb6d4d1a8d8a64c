import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { GuardName, TrailLine } from '@/lib/domain/repricing/decision';
import { humanised } from '../ui/format';
import { t } from '../ui/text';
import { shareText } from './rule-sentence';
import { factsOf, sentences, type LineFacts } from './trail-facts';
import { limitText } from './trail-limit-words';
import { strategyLineText } from './trail-strategy-words';

/** What the lines leave out because it is the same for all of them. */
export interface TrailGround {
  readonly currency: CurrencyCode;
  /** Name of the rule that decided; null: it is gone, or there was none. */
  readonly ruleName: string | null;
}

/** What one guard found, with its arithmetic, in a sentence or two. */
export function trailText(line: TrailLine, ground: TrailGround): string {
  return LINES[line.guard](factsOf(line, ground.currency), ground);
}

function minutesText(minutes: number): string {
  return t('trailLine.minutes', [Math.round(minutes)]);
}

const LINES: Record<GuardName, (facts: LineFacts, ground: TrailGround) => string> = {
  listing: listingText,
  rule: ruleText,
  freshness: freshnessText,
  variant: variantText,
  outlier: outlierText,
  'own-listings': ownText,
  strategy: strategyLineText,
  step: stepText,
  'cool-down': coolDownText,
  rounding: ({ text }) =>
    text('way') === 'down'
      ? t('trailLine.roundedDown')
      : text('way') === 'up'
        ? t('trailLine.roundedUp')
        : t('trailLine.rounded'),
  'instant-sale': ({ amount }) => {
    const offer = amount('highestOfferMinor');
    return offer === null ? t('trailLine.noOffer') : t('trailLine.offer', [offer, amount('lowestMinor') ?? offer]);
  },
  catalogue: catalogueText,
  ceiling: ceilingText,
  floor: floorText,
  siblings: ({ amount }) => t('trailLine.sibling', [amount('siblingMinor') ?? '-', amount('wantedMinor') ?? '-']),
  'run-limit': limitText,
};

function listingText({ is, text }: LineFacts): string {
  const status = text('status');
  const [currency, other] = [text('currency'), text('otherCurrency')];
  const unusable = text('unusable');
  if (is('openWrite')) return t('trailLine.listingBusy');
  if (unusable !== null) return t('trailLine.listingUnusable', [humanised(unusable).toLowerCase()]);
  if (currency !== null && other !== null) {
    const what = humanised(text('currencyOf') ?? 'market').toLowerCase();
    return t('trailLine.listingCurrency', [currency, other, what]);
  }
  if (status !== null && status !== 'active') return t('trailLine.listingStatus', [humanised(status).toLowerCase()]);
  return t('trailLine.listing');
}

function ruleText({ text, isNot }: LineFacts, { ruleName }: TrailGround): string {
  if (text('ruleId') === null) return t('trailLine.ruleNone');
  const name = ruleName ?? '';
  if (text('problem') !== null) return t('trailLine.ruleProblem', [name]);
  if (isNot('inScope')) return t('trailLine.ruleNone');
  if (isNot('inSchedule')) return t('trailLine.ruleSchedule', [name]);
  return ruleName === null ? t('trailLine.ruleUnknown') : t('trailLine.rule', [ruleName]);
}

function freshnessText({ number, is }: LineFacts): string {
  const age = number('ageMinutes');
  if (age === null) return t('trailLine.neverRead');
  return sentences(
    t('trailLine.fresh', [minutesText(age), minutesText(number('limitMinutes') ?? 0)]),
    is('beforeOwnMove') ? t('trailLine.beforeMove') : null,
  );
}

function variantText({ number, text }: LineFacts): string {
  const size = number('usSize');
  if (size === null) return t('trailLine.sizeUnknown');
  const words = [text('condition') ?? '', text('packaging') ?? ''].map((word) => humanised(word).toLowerCase());
  return t('trailLine.variant', [String(size), words[0] ?? '', words[1] ?? '']);
}

const REFERENCES: Readonly<Record<string, () => string>> = {
  'median-sale': () => t('trailLine.medianSale'),
  'last-sale': () => t('trailLine.lastSale'),
  'highest-offer': () => t('trailLine.highestOffer'),
  'catalogue-minimum': () => t('trailLine.catalogueMinimum'),
  'ask-before': () => t('trailLine.askBefore'),
  'own-price': () => t('trailLine.ownPrice'),
};

function outlierText({ amount, text }: LineFacts): string {
  const ask = amount('lowestAskMinor');
  if (ask === null) return t('trailLine.noAsk');
  const [limit, of] = [amount('limitMinor'), amount('referenceMinor')];
  const reference = text('reference');
  if (limit === null || of === null || reference === null) return t('trailLine.unmeasured', [ask]);
  const words = [ask, limit, REFERENCES[reference]?.() ?? humanised(reference), of] as const;
  return amount('ignoredMinor') === null ? t('trailLine.believed', words) : t('trailLine.ignored', words);
}

function ownText({ amount, number }: LineFacts): string {
  const lowest = amount('lowestOwnMinor') ?? '-';
  const count = number('ownListings') ?? 1;
  const competing = amount('competingAskMinor');
  return sentences(
    count > 1 ? t('trailLine.own', [String(count), lowest]) : t('trailLine.ownOne', [lowest]),
    competing === null ? t('trailLine.noCompeting') : t('trailLine.competing', [competing]),
  );
}

function stepText({ amount, number }: LineFacts): string {
  return t('trailLine.step', [
    amount('fromMinor') ?? '-',
    amount('lowestMinor') ?? '-',
    amount('highestMinor') ?? '-',
    shareText(number('maxDownBasisPoints') ?? 0),
    shareText(number('maxUpBasisPoints') ?? 0),
  ]);
}

function coolDownText({ amount, number, is }: LineFacts): string {
  const [since, between] = [number('minutesSinceMove'), number('cooldownMinutes')];
  const [change, smallest] = [amount('changeMinor'), amount('smallestStepMinor')];
  const said = sentences(
    between === null
      ? null
      : since === null
        ? t('trailLine.neverChanged')
        : t('trailLine.since', [minutesText(since), minutesText(between)]),
    change === null || smallest === null ? null : t('trailLine.change', [change, smallest]),
    is('belowFloor') ? t('trailLine.atFloor') : null,
  );
  return said === '' ? t('trailLine.neverChanged') : said;
}

function catalogueText({ amount }: LineFacts): string {
  const [least, most] = [amount('minimumMinor'), amount('maximumMinor')];
  if (least !== null && most !== null) return t('trailLine.catalogue', [least, most]);
  if (least !== null) return t('trailLine.catalogueFrom', [least]);
  return most === null ? t('trailLine.catalogueAny') : t('trailLine.catalogueTo', [most]);
}

function ceilingText({ amount }: LineFacts): string {
  const [ceiling, reference, floor] = [amount('ceilingMinor'), amount('referenceMinor'), amount('floorMinor')];
  if (ceiling === null) return t('trailLine.ceilingUnknown');
  if (floor !== null) return t('trailLine.ceilingBelowFloor', [ceiling, floor]);
  return reference === null ? t('trailLine.ceiling', [ceiling]) : t('trailLine.ceilingOf', [ceiling, reference]);
}

const MISSING: Readonly<Record<string, () => string>> = {
  cost: () => t('trailLine.missingCost'),
  'fx-rate': () => t('trailLine.missingRate'),
  'reachable-price': () => t('trailLine.missingPrice'),
};

function floorText({ amount, text }: LineFacts): string {
  const floor = amount('floorMinor');
  if (floor === null) {
    const missing = (text('missingAll') ?? text('missing') ?? '').split(',').map((each) => each.trim());
    const words = missing.filter((each) => each !== '').map((each) => MISSING[each]?.() ?? t('trailLine.missingFees'));
    return t('trailLine.floorUnknown', [[...new Set(words)].join(', ')]);
  }
  const target = amount('targetMinor');
  const decidedBy = text('decidedBy');
  if (target === null || decidedBy === null) return t('trailLine.floor', [floor]);
  if (decidedBy === 'target') return t('trailLine.floorTarget', [floor]);
  return decidedBy === 'catalogue-minimum'
    ? t('trailLine.floorCatalogue', [floor, target])
    : t('trailLine.floorOwn', [floor, target]);
}
