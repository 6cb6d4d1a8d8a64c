import { EstimatedNet, EstimatedProfit } from '../bridge/estimate-figures';
import { SaleNet, SaleProfit } from '../bridge/sale-figures';
import { percentText } from '../ui/format';
import { Explained } from '../ui/explained';
import { MoneyFigure, Unknown } from '../ui/money';
import { t } from '../ui/text';
import { priceOf, roiOfRow } from '@/lib/queries/pair-figures';
import type { PairRow } from '@/lib/queries/pair-rows';

interface RowProps {
  readonly row: PairRow;
}

/** A sold pair's sale as the figures of sales take it. */
function soldRow({ sold }: PairRow) {
  return sold === null ? null : { ...sold, reversed: false };
}

/** Why a pair that is neither listed nor sold has no figure. */
function NoPrice({ row }: RowProps) {
  return <Unknown why={row.pair.status === 'sold' ? t('inventory.noSale') : t('inventory.notListed')} inList />;
}

/** A pair that is not listed is reckoned as if it were. */
function noteOf({ unlisted }: PairRow) {
  return unlisted === null ? {} : { note: t('inventory.asIfListed') };
}

/** What the pair is listed at, or was sold for. */
export function PriceOf({ row }: RowProps) {
  const price = priceOf(row);
  if (price === null) return <NoPrice row={row} />;
  if (row.unlisted === null) return <MoneyFigure amount={price} inList />;
  return (
    <span className="archvd-quiet">
      <MoneyFigure
        amount={price}
        explain={{ source: t('selling.source'), at: row.market.readAt }}
        estimate={t('inventory.asIfListed')}
        inList
      />
    </span>
  );
}

/** What others ask for the same shoes now. */
export function AskOf({ row }: RowProps) {
  const { lowestAsk, readAt } = row.market;
  return (
    <MoneyFigure
      amount={lowestAsk}
      unknown={readAt === null ? t('selling.neverRead') : t('selling.none')}
      explain={{ source: t('selling.source'), at: readAt }}
      inList
    />
  );
}

/** Profit as a share of what the pair cost. */
export function RoiOf({ row }: RowProps) {
  const roi = roiOfRow(row);
  if (roi === null) return <Unknown why={t('inventory.roiUnknown')} inList />;
  const estimated = row.sold === null || row.sold.line?.estimated === true;
  const color = roi < 0 ? 'var(--archvd-loss)' : roi > 0 ? 'var(--archvd-gain)' : 'inherit';
  return (
    <Explained
      what={{ formula: t('inventory.roiFormula'), ...(estimated ? { note: t('lines.estimate') } : {}) }}
      inList
      estimated={estimated}
    >
      <span className="archvd-figure archvd-strong" style={{ color }}>
        {roi > 0 ? '+' : ''}
        {percentText(roi / 10_000)}
      </span>
    </Explained>
  );
}

/** What arrived, or what a sale at the own ask would bring. */
export function NetOf({ row }: RowProps) {
  const estimate = row.estimate ?? row.unlisted?.estimate ?? null;
  const sold = soldRow(row);
  if (sold !== null) return <SaleNet row={sold} />;
  if (estimate === null) return <NoPrice row={row} />;
  return <EstimatedNet estimate={estimate} {...noteOf(row)} />;
}

/** What remained of it after the cost, or would. */
export function ProfitOf({ row }: RowProps) {
  const estimate = row.estimate ?? row.unlisted?.estimate ?? null;
  const sold = soldRow(row);
  if (sold !== null) return <SaleProfit row={sold} />;
  if (estimate === null) return <NoPrice row={row} />;
  return <EstimatedProfit estimate={estimate} pair={row.pair} {...noteOf(row)} />;
}
