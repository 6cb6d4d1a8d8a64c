import { explainLanded } from './card-explain';
import type { SizeProps } from './card-known';
import { moneyOf, type KnownLook } from './card-model';
import { dayText, exactText, gapWords, timeText } from './card-words';
import { t } from './text';
import { Explained } from './tip';

/** What the pair costs until it is here, and what of it nobody knows: the profit above is before that. */
export function LandedRow({ size, look }: SizeProps) {
  const { landed } = size.deal;
  const total = moneyOf(landed?.total ?? null);
  // The line keeps its room where there is no price, so that nothing moves when one comes.
  if (landed === null || total === null) return <div className="row landed small" />;
  const gaps = gapWords(landed.missing);
  const isMore = landed.total.minor !== landed.price.minor;
  return (
    <div className="row landed small">
      <Explained what={explainLanded(size, look)} estimated={gaps !== ''}>
        {isMore || gaps === '' ? <span className="figure strong">{t('card.lands', [exactText(total)])}</span> : null}
        {isMore && gaps !== '' ? <span className="dim"> · </span> : null}
        {gaps === '' ? null : <span className="dim">{t('card.landsWithout', [gaps])}</span>}
      </Explained>
    </div>
  );
}

/** The rate the page's currency was compared by. */
export function RatePart({ look: { rate } }: { readonly look: KnownLook }) {
  if (rate === null) return null;
  return (
    <div className="part small dim">
      <time dateTime={new Date(rate.asOf).toISOString()} title={timeText(rate.asOf)}>
        {t('card.rate', [`1 ${rate.base} = ${rate.rateE8 / 1e8} ${rate.quote}`, dayText(rate.asOf)])}
      </time>
    </div>
  );
}
