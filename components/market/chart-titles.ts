import { DAY_MS, HOUR_MS } from '@/lib/domain/time/instant';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import type { SizeHistory } from '@/lib/queries/size-history';
import { seriesFacts, type TimeSeries } from '../ui/charts/series';
import { dateText, moneyText, percentText } from '../ui/format';
import { t } from '../ui/text';

/**
 * What the ask has done, as the answer of its chart.
 *
 * @example $112 at first, $98.50 now, 30 days: "Ask fell 12 % in 30 days"
 */
export function priceTitle(
  asks: TimeSeries | undefined,
  range: { readonly from: number; readonly to: number },
  unit: CurrencyCode,
): string {
  const facts = asks === undefined ? null : seriesFacts(asks);
  if (facts === null) return t('market.titleNone');
  const known = range.to - Math.max(range.from, facts.first.at);
  const span = spanText(known);
  const change = facts.first.value === 0 ? 0 : (facts.last.value - facts.first.value) / facts.first.value;
  if (change === 0 && known < HOUR_MS) return t('market.titleNew', [moneyText(money(facts.last.value, unit))]);
  if (change === 0) return t('market.titleSame', [span]);
  const share = percentText(Math.abs(change));
  return change < 0 ? t('market.titleFell', [share, span]) : t('market.titleRose', [share, span]);
}

/** @param sales newest first, at least one */
export function salesTitle(sales: SizeHistory['sales']): string {
  const unit = sales[0]?.price.currency;
  const prices = sales.map(({ price }) => price).filter(({ currency }) => currency === unit);
  const sorted = prices.toSorted((a, b) => a.minor - b.minor);
  const [low, high] = [sorted[0], sorted.at(-1)];
  const [newest, oldest] = [sales[0], sales.at(-1)];
  if (low === undefined || high === undefined || newest === undefined || oldest === undefined) return '';
  if (sales.length === 1) return t('market.soldOnce', [moneyText(low)]);
  const span = spanText(newest.purchasedAt - oldest.purchasedAt);
  return t('market.soldTimes', [String(sales.length), span, moneyText(low), moneyText(high)]);
}

/**
 * Which time is hatched in a chart, and why.
 *
 * @example a gap up to 3 March: "Sales before 3 Mar 2026 may be missing"
 */
export function gapText(gaps: SizeHistory['gaps']): string {
  const beginning = gaps.findLast(({ from }) => from === null);
  if (beginning !== undefined && gaps.length === 1) return t('market.gapBefore', [dateText(beginning.until)]);
  const [only] = gaps;
  if (only !== undefined && gaps.length === 1 && only.from !== null)
    return t('market.gapBetween', [dateText(only.from), dateText(only.until)]);
  return t('market.gapSome');
}

/** `30 days`, `5 hours`: whole ones, at least one hour. */
function spanText(ms: number): string {
  const days = Math.round(ms / DAY_MS);
  if (days >= 2) return t('market.spanDays', [String(days)]);
  const hours = Math.max(1, Math.round(ms / HOUR_MS));
  return t('market.spanHours', hours, [String(hours)]);
}
