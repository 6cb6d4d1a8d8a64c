import type { ListingRow } from '@/lib/queries/list-listings';
import { EstimatedNet, EstimatedProfit } from '../bridge/estimate-figures';
import { missingProps } from '../bridge/estimate-words';
import { PriceField } from '../bridge/price-field';
import { WriteTrouble } from '../bridge/write-trouble';
import { Explained } from '../ui/explained';
import { moneyText } from '../ui/format';
import { MoneyFigure, Unknown } from '../ui/money';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';

interface RowProps {
  readonly row: ListingRow;
}

interface OwnAskProps extends RowProps {
  readonly name: string;
  /** It ended: its price is history. */
  readonly canChange: boolean;
}

/** The own price, changed where it stands, with what is on its way and what went wrong. */
export function OwnAsk({ row, name, canChange }: OwnAskProps) {
  const { listing, market, failed } = row;
  const lowest = market.lowestAsk !== null && listing.price.minor <= market.lowestAsk.minor;
  const note = lowest ? t('selling.isLowest') : undefined;
  if (!canChange) return <MoneyFigure amount={listing.price} inList />;
  return (
    <>
      {failed === null ? null : <WriteTrouble key={failed.id} write={failed} name={name} />}
      <PriceField row={row} name={name} note={note} inList />
    </>
  );
}

/** A figure of the market; unknown and none are told apart. */
export function MarketOf({ row, what }: RowProps & { readonly what: 'lowestAsk' | 'highestOffer' | 'lastSale' }) {
  const { market } = row;
  const why = market.readAt === null ? t('selling.neverRead') : t('selling.none');
  const note = what === 'lowestAsk' ? { note: t('selling.ownInside') } : {};
  return (
    <MoneyFigure
      amount={market[what]}
      unknown={why}
      explain={{ source: t('selling.source'), at: market.readAt, ...note }}
      inList
    />
  );
}

/** Whether it is the one to be bought first. */
export function PositionOf({ row: { above, market } }: RowProps) {
  if (above === null) {
    return <Unknown why={market.readAt === null ? t('selling.neverRead') : t('selling.none')} inList />;
  }
  const lowest = above.minor <= 0;
  return (
    <Explained
      what={{
        formula: t('selling.positionFormula'),
        note: lowest ? t('selling.isLowest') : t('selling.ownInside'),
        source: t('selling.source'),
        at: market.readAt,
      }}
      inList
    >
      {lowest ? (
        <Pill tone="accent">{t('selling.lowest')}</Pill>
      ) : (
        <span className="archvd-figure">{t('selling.above', [moneyText(above)])}</span>
      )}
    </Explained>
  );
}

const RAISED = {
  'own-minimum': () => t('selling.ownMinimum'),
  'catalogue-minimum': () => t('selling.catalogueMinimum'),
};

export function FloorOf({ row: { floor, pair } }: RowProps) {
  const explain = {
    formula: t('selling.floorFormula'),
    source: t('lines.feeSource'),
    ...(floor.kind === 'known' && floor.decidedBy !== 'target' ? { note: RAISED[floor.decidedBy]() } : {}),
  };
  const missing = floor.kind === 'unknown' ? floor.missing : [];
  return (
    <MoneyFigure
      amount={floor.kind === 'known' ? floor.floor : null}
      {...(pair === null ? { unknown: t('selling.noPair') } : missingProps(missing))}
      explain={explain}
      inList
    />
  );
}

export function NetOfListing({ row: { estimate } }: RowProps) {
  return <EstimatedNet estimate={estimate} />;
}

export function ProfitOfListing({ row: { estimate, pair } }: RowProps) {
  return <EstimatedProfit estimate={estimate} pair={pair} />;
}
