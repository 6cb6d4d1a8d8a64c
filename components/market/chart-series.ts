import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import type { SizeHistory } from '@/lib/queries/size-history';
import type { TimePoint, TimeSeries } from '../ui/charts/series';
import { t } from '../ui/text';

interface Drawn {
  readonly series: readonly TimeSeries[];
  readonly unit: CurrencyCode;
}

const FIGURES = ['lowestAsk', 'highestOffer'] as const;

/**
 * Ask and offer over time. An observation is kept only when a figure changed, so the last one holds until the prices were
 * last read. Amounts of another currency than the newest have no place on the same axis.
 */
export function priceSeries({ prices, pricesReadAt }: Pick<SizeHistory, 'prices' | 'pricesReadAt'>): Drawn {
  const unit = newestCurrency(prices);
  const last = prices.at(-1);
  const held =
    last !== undefined && pricesReadAt !== null && pricesReadAt > last.at ? [{ ...last, at: pricesReadAt }] : [];
  const rows = [...prices, ...held];
  const labels = { lowestAsk: t('market.ask'), highestOffer: t('market.offer') };
  return {
    unit,
    series: FIGURES.map((id) => ({
      id,
      label: labels[id],
      points: rows.map((row) => ({ at: row.at, value: valueIn(row[id], unit) })),
    })),
  };
}

function newestCurrency(prices: SizeHistory['prices']): CurrencyCode {
  const newest = prices.findLast((row) => FIGURES.some((id) => row[id] !== null));
  return (newest?.lowestAsk ?? newest?.highestOffer)?.currency ?? 'USD';
}

function valueIn(amount: Money | null, unit: CurrencyCode): number | null {
  return amount === null || amount.currency !== unit ? null : amount.minor;
}

/** Sales as points in order of time. @param sales newest first */
export function salesPoints(sales: SizeHistory['sales'], unit: CurrencyCode): readonly TimePoint[] {
  return sales
    .filter(({ price }) => price.currency === unit)
    .toReversed()
    .map(({ purchasedAt, price }) => ({ at: purchasedAt, value: price.minor }));
}
