import type { ListingDraft } from '@/lib/queries/listing-drafts';
import { Age } from '../ui/age-text';
import { humanised, moneyText } from '../ui/format';
import { t } from '../ui/text';
import type { ListingFields } from './wish';

export interface MarketLineProps {
  readonly draft: ListingDraft;
  readonly fields: Pick<ListingFields, 'condition' | 'packaging'>;
}

/** The market the price is chosen by, how old it is, and whether it is another variant's. */
export function MarketLine({ draft: { lowestAsk, highestOffer, readAt, pair }, fields }: MarketLineProps) {
  if (readAt === null) return null;
  const other = fields.condition !== pair.condition || fields.packaging !== pair.packaging;
  const none = t('listing.marketNone');
  return (
    <p className="archvd-quiet" style={{ margin: 0 }}>
      <span className="archvd-figure">
        {t('listing.market', [
          lowestAsk === null ? none : moneyText(lowestAsk),
          highestOffer === null ? none : moneyText(highestOffer),
        ])}
      </span>
      {' · '}
      <Age at={readAt} />
      {other ? (
        <> {t('listing.otherVariant', [`${humanised(pair.condition)}, ${humanised(pair.packaging)}`.toLowerCase()])}</>
      ) : null}
    </p>
  );
}
