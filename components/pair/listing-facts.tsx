import type { Listing } from '@/lib/domain/listings/listing';
import { isGone } from '@/lib/domain/listings/listing-state';
import { readListingRows, type ListingRow } from '@/lib/queries/list-listings';
import { readListingWrites } from '@/lib/queries/listing-writes';
import type { PairStory } from '@/lib/queries/pair-story';
import { PendingClock, PriceField } from '../bridge/price-field';
import { useLive } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';
import { listingStatusText } from '../bridge/words';
import { WriteTrouble } from '../bridge/write-trouble';
import { writeStateText, writeText } from '../bridge/write-words';
import { Age } from '../ui/age-text';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import { FactList, type Fact } from './fact-list';
import { ListingActions } from './listing-actions';
import styles from './pair.module.css';

export interface ListingFactsProps {
  readonly story: PairStory;
  readonly listing: Listing | null;
}

/** The market of the pair's own variant, beside its listing when it has one, with what can be done to that. */
export function ListingFacts({ story: { market, pair }, listing }: ListingFactsProps) {
  const row = useRow(listing);
  const making = useMaking(listing === null ? pair.id : null);
  const why = market.readAt === null ? t('selling.neverRead') : t('selling.none');
  const explain = { source: t('selling.source'), at: market.readAt };
  const facts: readonly Fact[] = [
    ...(row === null ? plainFacts(listing) : listingFacts(row, pair.name)),
    ...(making.pending === null
      ? []
      : ([[t('pair.listing'), `${writeText(making.pending)}. ${writeStateText(making.pending.state)}`]] as const)),
    ...(making.failed === null
      ? []
      : ([
          [
            t('pair.listing'),
            <span key="failed">
              {writeStateText(making.failed.state)} <WriteTrouble write={making.failed} name={pair.name} />
            </span>,
          ],
        ] as const)),
    [t('column.lowestAsk'), <MoneyFigure key="ask" amount={market.lowestAsk} unknown={why} explain={explain} />],
    [
      t('column.highestOffer'),
      <MoneyFigure key="offer" amount={market.highestOffer} unknown={why} explain={explain} />,
    ],
    [t('column.lastSale'), <MoneyFigure key="last" amount={market.lastSale} unknown={why} explain={explain} />],
    ...(market.readAt === null ? [] : [[t('pair.marketAge'), <Age key="age" at={market.readAt} />] as const]),
  ];
  return (
    <>
      <FactList title={t('pair.market')} facts={facts} />
      {listing === null || row === null || isGone(listing) ? null : (
        <div className={styles['actions']}>
          <ListingActions row={row} />
        </div>
      )}
    </>
  );
}

/** Its price and standing, to be changed where they stand. */
function listingFacts(row: ListingRow, name: string): readonly Fact[] {
  const { listing, failed, pending } = row;
  const isOther = pending !== null && pending.write.kind !== 'listing/price';
  return [
    [
      t('column.yourAsk'),
      isGone(listing) ? (
        <MoneyFigure key="own" amount={listing.price} />
      ) : (
        <span key="own">
          {failed === null ? null : <WriteTrouble write={failed} name={name} />}
          <PriceField row={row} name={name} />
        </span>
      ),
    ],
    [
      t('pair.listing'),
      isOther ? (
        <span key="standing">
          <PendingClock row={row} /> {writeText(pending)}
        </span>
      ) : (
        listingStatusText(listing.status)
      ),
    ],
  ];
}

/** While more of it is read. */
function plainFacts(listing: Listing | null): readonly Fact[] {
  return listing === null
    ? []
    : [
        [t('column.yourAsk'), <MoneyFigure key="own" amount={listing.price} />],
        [t('pair.listing'), listingStatusText(listing.status)],
      ];
}

function useRow(listing: Listing | null): ListingRow | null {
  const valuation = useValuation();
  const live = useLive(
    async (books) =>
      listing === null || valuation === null
        ? null
        : ((await readListingRows(books, [listing.id], valuation))[0] ?? null),
    [listing?.id, valuation],
  );
  return live.value;
}

const NOTHING = { pending: null, failed: null } as const;

/** A listing of the pair that is being made, or was not. */
function useMaking(pairId: string | null) {
  const live = useLive(
    async (books) => (pairId === null ? NOTHING : (await readListingWrites(books, [pairId]))(pairId)),
    [pairId],
  );
  return live.value ?? NOTHING;
}
