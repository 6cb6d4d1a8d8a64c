import type { Turnover } from '@/lib/domain/pnl/turnover';
import { Explained } from '../ui/explained';
import { countText } from '../ui/format';
import { Unknown } from '../ui/money';
import { t } from '../ui/text';

/** Median days from purchase to sale; the middle half of the pairs in its explanation. */
export function DaysToSell({ turnover }: { readonly turnover: Turnover | null }) {
  if (turnover === null) return <Unknown why={t('pnl.daysUnknown')} />;
  const { median, lowerQuartile, upperQuartile, sales } = turnover;
  return (
    <Explained
      what={{
        formula: t('pnl.daysFormula'),
        inputs: [
          [t('pnl.daysMiddle'), t('pnl.daysRange', [countText(lowerQuartile), countText(upperQuartile)])],
          [t('totals.counted'), countText(sales)],
        ],
        source: t('totals.source'),
      }}
    >
      <span className="archvd-figure">{countText(median)}</span>
    </Explained>
  );
}
