import type { Comparison } from '@/lib/domain/experiments/judge-experiment';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import { percentInput } from '../bridge/parse-percent';
import { countText, moneyText } from '../ui/format';
import { t } from '../ui/text';
import { readInterval } from './interval-reading';

/** `2 % below the lowest ask`, `at the lowest ask`. */
export function armName(basisPoints: number): string {
  if (basisPoints === 0) return t('experiments.atAsk');
  const share = `${percentInput(Math.abs(basisPoints))} %`;
  return basisPoints < 0 ? t('experiments.belowAsk', [share]) : t('experiments.aboveAsk', [share]);
}

/**
 * What an arm says against the first one, a sentence each for pairs sold and for profit, and nothing the intervals do
 * not carry.
 *
 * @example `Of 100 listings, "2 % below" sold between 3 fewer and 9 more than "at the ask": no difference can be told.`
 */
export function comparisonLines(
  { soldShare, meanProfitMinor }: Comparison,
  names: { readonly arm: string; readonly first: string },
  currency: CurrencyCode,
): readonly string[] {
  return [
    soldLine(soldShare, names),
    meanProfitMinor === null ? t('experiments.noProfit') : profitLine(meanProfitMinor, names, currency),
  ];
}

type Names = Parameters<typeof comparisonLines>[1];

function soldLine(interval: Comparison['soldShare'], { arm, first }: Names): string {
  const reading = readInterval(interval, 100);
  if (reading.kind === 'unclear')
    return t('experiments.soldUnclear', [arm, countText(reading.fewer), countText(reading.more), first]);
  const words = [arm, countText(reading.from), countText(reading.to), first] as const;
  return reading.kind === 'more' ? t('experiments.soldMore', words) : t('experiments.soldFewer', words);
}

function profitLine(interval: Comparison['soldShare'], { arm, first }: Names, currency: CurrencyCode): string {
  const reading = readInterval(interval, 1);
  const text = (minor: number) => moneyText(money(minor, currency));
  if (reading.kind === 'unclear')
    return t('experiments.profitUnclear', [arm, text(reading.fewer), text(reading.more), first]);
  const words = [arm, text(reading.from), text(reading.to), first] as const;
  return reading.kind === 'more' ? t('experiments.profitMore', words) : t('experiments.profitLess', words);
}
