import type { Listing } from '@/lib/domain/listings/listing';
import type { PairStory } from '@/lib/queries/pair-story';
import { listingStatusText } from '../bridge/words';
import { Age } from '../ui/age-text';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import { FactList } from './fact-list';

export interface ListingFactsProps {
  readonly story: PairStory;
  readonly listing: Listing | null;
}

/** The market of the pair's own variant, beside its listing when it has one. */
export function ListingFacts({ story: { market }, listing }: ListingFactsProps) {
  const why = market.readAt === null ? t('selling.neverRead') : t('selling.none');
  const explain = { source: t('selling.source'), at: market.readAt };
  return (
    <FactList
      title={t('pair.market')}
      facts={[
        ...(listing === null
          ? []
          : [
              [t('column.yourAsk'), <MoneyFigure key="own" amount={listing.price} />] as const,
              [t('pair.listing'), listingStatusText(listing.status)] as const,
            ]),
        [t('column.lowestAsk'), <MoneyFigure key="ask" amount={market.lowestAsk} unknown={why} explain={explain} />],
        [
          t('column.highestOffer'),
          <MoneyFigure key="offer" amount={market.highestOffer} unknown={why} explain={explain} />,
        ],
        [t('column.lastSale'), <MoneyFigure key="last" amount={market.lastSale} unknown={why} explain={explain} />],
        ...(market.readAt === null ? [] : [[t('pair.marketAge'), <Age key="age" at={market.readAt} />] as const]),
      ]}
    />
  );
}
