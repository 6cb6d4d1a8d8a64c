import type { ListingRow } from '@/lib/queries/list-listings';
import { explainNet, explainProfit, missingProps } from '../bridge/estimate-words';
import { Explained } from '../ui/explained';
import { moneyText } from '../ui/format';
import { MoneyFigure, ProfitFigure, Unknown } from '../ui/money';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';

interface RowProps {
  readonly row: ListingRow;
}

export function OwnAsk({ row }: RowProps) {
  const { listing, market } = row;
  const lowest = market.lowestAsk !== null && listing.price.minor <= market.lowestAsk.minor;
  return (
    <MoneyFigure amount={listing.price} {...(lowest ? { explain: { note: t('selling.isLowest') } } : {})} inList />
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

export function FloorOf({ row: { floor, pair } }: RowProps) {
  const explain = {
    formula: t('selling.floorFormula'),
    source: t('lines.feeSource'),
    ...(floor.kind === 'known' && floor.decidedBy === 'catalogue-minimum'
      ? { note: t('selling.catalogueMinimum') }
      : {}),
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
  return (
    <MoneyFigure
      amount={estimate.net}
      {...missingProps(estimate.missing)}
      explain={explainNet(estimate)}
      estimate={t('lines.estimate')}
      inList
    />
  );
}

export function ProfitOfListing({ row: { estimate, pair } }: RowProps) {
  return (
    <ProfitFigure
      amount={estimate.profit}
      {...missingProps(estimate.missing)}
      explain={explainProfit(estimate, pair?.cost ?? null, pair?.otherCosts ?? null)}
      estimate={t('lines.estimate')}
      inList
    />
  );
}
