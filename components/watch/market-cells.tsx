import { MINUTE_MS } from '@/lib/domain/time/instant';
import type { NextLook } from '@/lib/domain/watch-schedule/plan-readings';
import type { AgainstMedian } from '@/lib/queries/watch-medians';
import { ageText } from '../ui/age-text';
import { Explained } from '../ui/explained';
import { countText, exactTimeText, moneyText, percentText } from '../ui/format';
import { Unknown } from '../ui/money';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';

/** How the ask stands to what was paid in the last 30 days. */
export function MedianCell({ against }: { readonly against: AgainstMedian | undefined }) {
  if (against === undefined) return <Unknown why={t('watch.noMedian')} inList />;
  const { median, count, distance } = against;
  const share = percentText(distance);
  return (
    <Explained
      what={{ formula: t('watch.medianWhy', [countText(count)]), inputs: [[t('watch.medianSale'), moneyText(median)]] }}
      inList
    >
      <span className="archvd-figure">{distance > 0 ? `+${share}` : share}</span>
    </Explained>
  );
}

const REASONS: Record<NextLook['reason'], () => string> = {
  near: () => t('watch.lookNear'),
  offered: () => t('watch.lookOffered'),
  watched: () => t('watch.lookWatched'),
  'in-stock': () => t('watch.lookStock'),
};

/** `in 12 min, near what you wait for` */
export function LookCell({ look, long = false }: { readonly look: NextLook | undefined; readonly long?: boolean }) {
  const now = useNow(MINUTE_MS);
  if (look === undefined) return <Unknown why={t('watch.lookWithout')} inList />;
  const left = look.at - now;
  const when = left < MINUTE_MS ? t('watch.lookNow') : t('watch.lookIn', [ageText(left)]);
  const why = REASONS[look.reason]();
  return (
    <span className="archvd-figure" title={`${t('watch.nextLookWhy', [why])} (${exactTimeText(look.at)})`}>
      {long || look.reason === 'near' ? `${when}, ${why}` : when}
    </span>
  );
}
