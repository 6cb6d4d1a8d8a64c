import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import { FEWEST_DAYS, FEWEST_LISTINGS, type BacktestResult } from '@/lib/domain/repricing/backtest/tell-result';
import type { Backtested } from '@/lib/queries/backtest';
import { countText, dateText, moneyText, percentText } from '../ui/format';
import { t } from '../ui/text';

export type ToldResult = Extract<BacktestResult, { kind: 'told' }>;
type NotEnough = Extract<BacktestResult, { kind: 'not-enough-data' }>;

/** `Last 90 days: 14 sales instead of 11, profit +$210, lowest price 104 % of floor.` */
export function resultSentence(result: ToldResult, currency: CurrencyCode): string {
  const { days, withRule, asItWas, changes, lowestOfFloorPercent } = result;
  if (changes === 0 || lowestOfFloorPercent === null) return t('backtest.noChange', days, [countText(days)]);
  const more = money(withRule.profitMinor - asItWas.profitMinor, currency);
  return t('backtest.sentence', days, [
    countText(days),
    t('backtest.sales', withRule.sold, [countText(withRule.sold)]),
    countText(asItWas.sold),
    moneyText(more, { sign: 'always', cents: 'glance' }),
    `${lowestOfFloorPercent} %`,
  ]);
}

/** What would have to be there for a result, a line each. */
export function lackLines({ lacks, basis }: NotEnough): readonly string[] {
  const { listings, withPrices, withoutProfit } = basis;
  const needed = countText(FEWEST_LISTINGS);
  const lines = lacks.map((lack) => {
    if (lack === 'sales') return t('backtest.lackSales');
    if (lack === 'prices') return t('backtest.lackPrices', [needed, String(FEWEST_DAYS), countText(withPrices)]);
    return t('backtest.lackListings', [needed, countText(listings)]);
  });
  if (withoutProfit > 0) lines.push(t('backtest.withoutCost', withoutProfit, [countText(withoutProfit)]));
  return lines;
}

/** Since when it gathers. */
export function gatheringLine({ basis: { since } }: NotEnough): string {
  return since === null ? t('backtest.gathersNow') : t('backtest.gathersSince', [dateText(since)]);
}

/** What the figures rest on, a sentence each. */
export function assumptionLines({ result, everyHours, otherCondition, withoutSize }: Backtested): readonly string[] {
  const { withoutProfit } = result.basis;
  const count = (key: 'backtest.withoutCost' | 'backtest.otherCondition' | 'backtest.withoutSize', left: number) =>
    left === 0 ? [] : [t(key, left, [countText(left)])];
  return [
    t('backtest.assumeDecisions', [String(everyHours)]),
    t('backtest.assumeCosts'),
    t('backtest.assumeBuyer'),
    t('backtest.assumeOthers'),
    t('backtest.assumeOwn'),
    t('backtest.assumePath'),
    t('backtest.assumeSold'),
    ...(result.kind === 'told' ? [t('backtest.assumeKnown', [percentText(result.knownShare / 10_000)])] : []),
    t('backtest.assumeNew'),
    ...count('backtest.otherCondition', otherCondition),
    ...count('backtest.withoutSize', withoutSize),
    ...count('backtest.withoutCost', withoutProfit),
  ];
}
