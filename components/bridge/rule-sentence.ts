import type { ProfitTarget } from '@/lib/domain/fees/floor-price';
import type { Money } from '@/lib/domain/money/money';
import type { CeilingPolicy, Distance, FloorPolicy, RuleSettings, Strategy } from '@/lib/domain/repricing/rule';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { scheduleText, scopeText } from './rule-scope-words';

/**
 * A rule in one plain sentence.
 *
 * @example `Undercut the lowest ask by $1, never below break-even + 10 % ROI, never above 130 % of the last sale; Nike,
 * listed over 30 days; weekdays 9-17.`
 */
export function ruleSentence({ strategy, floor, ceiling, scope, schedule }: RuleSettings): string {
  return t('ruleText.line', [
    strategyText(strategy),
    floorText(floor),
    ceilingText(ceiling),
    scopeText(scope),
    scheduleText(schedule),
  ]);
}

/** Basis points with the digits they have: 1250 is `12.5 %`. */
export function shareText(basisPoints: number): string {
  return `${basisPoints / 100} %`;
}

export function daysText(days: number): string {
  return t('ruleText.days', days, [days]);
}

function strategyText(strategy: Strategy): string {
  switch (strategy.kind) {
    case 'position':
      if (strategy.side === 'match') return t('ruleText.match');
      return strategy.side === 'below'
        ? t('ruleText.below', [distanceText(strategy.distance)])
        : t('ruleText.above', [distanceText(strategy.distance)]);
    case 'velocity':
      return t('ruleText.velocity', [daysText(strategy.days)]);
    case 'margin': {
      const target = targetText(strategy.target);
      return isNothing(strategy.distance)
        ? t('ruleText.holdMatch', [target])
        : t('ruleText.hold', [target, distanceText(strategy.distance)]);
    }
    case 'aging':
      return agingText(strategy);
    case 'dynamic':
      return t('ruleText.dynamic', [shareText(strategy.stepBasisPoints), daysText(strategy.quietDays)]);
    case 'experiment':
      return t('ruleText.experiment');
  }
}

function agingText(strategy: Extract<Strategy, { kind: 'aging' }>): string {
  const words = [
    daysText(strategy.afterDays),
    shareText(strategy.stepBasisPoints),
    daysText(strategy.everyDays),
    shareText(strategy.mostBasisPoints),
  ] as const;
  return strategy.revertAfterDays === null
    ? t('ruleText.aging', words)
    : t('ruleText.agingBack', [...words, daysText(strategy.revertAfterDays)]);
}

function isNothing(distance: Distance): boolean {
  return distance.kind === 'amount' ? distance.amount.minor === 0 : distance.basisPoints === 0;
}

function distanceText(distance: Distance): string {
  return distance.kind === 'amount' ? moneyText(distance.amount) : shareText(distance.basisPoints);
}

/** `a margin of 15 %`, `10 % ROI`, `$20 profit`, `break-even`. */
function targetText(target: ProfitTarget): string {
  switch (target.kind) {
    case 'break-even':
      return t('ruleText.breakEven');
    case 'margin':
      return t('ruleText.margin', [shareText(target.basisPoints)]);
    case 'roi':
      return t('ruleText.roi', [shareText(target.basisPoints)]);
    case 'profit':
      return t('ruleText.profit', [moneyText(target.amount)]);
  }
}

function floorText({ target, ownMinimum }: FloorPolicy): string {
  const least = targetText(target);
  const bare = target.kind === 'break-even';
  if (ownMinimum === null) return bare ? t('ruleText.floor', [least]) : t('ruleText.floorTarget', [least]);
  const own: Money = ownMinimum;
  return bare ? t('ruleText.floorOwn', [least, moneyText(own)]) : t('ruleText.floorTargetOwn', [least, moneyText(own)]);
}

const REFERENCES = {
  'last-sale': (share: string) => t('ruleText.ofLastSale', [share]),
  'median-sale': (share: string) => t('ruleText.ofMedianSale', [share]),
  'lowest-ask': (share: string) => t('ruleText.ofLowestAsk', [share]),
};

function ceilingText(ceiling: CeilingPolicy): string {
  if (ceiling.kind === 'amount') return t('ruleText.ceiling', [moneyText(ceiling.amount)]);
  const share = shareText(ceiling.basisPoints);
  return t('ruleText.ceiling', [
    ceiling.kind === 'floor' ? t('ruleText.ofFloor', [share]) : REFERENCES[ceiling.of](share),
  ]);
}
