import { CHARGE_KINDS } from '@/lib/domain/sales/charges';
import type { SaleRow } from '@/lib/queries/list-sales';
import { chargeText } from './charge-words';
import { missingProps, missingText } from './estimate-words';
import type { Explanation } from '../ui/explained';
import { dateText, moneyText, rateText } from '../ui/format';
import { MoneyFigure, ProfitFigure, Unknown } from '../ui/money';
import { t } from '../ui/text';

export type SoldFigures = Pick<SaleRow, 'sale' | 'line' | 'reversed'>;

interface RowProps {
  readonly row: SoldFigures;
  readonly inList?: boolean;
}

/** Nothing is shown of a sale that did not stand, or that cannot be told in the currency asked for. */
function NoLine({ row, inList }: Required<RowProps>) {
  if (row.reversed) return <Unknown why={t('sales.reversed')} inList={inList} />;
  const { unknown, fix } = missingProps(['fx-rate']);
  return <Unknown why={unknown} fix={fix} inList={inList} />;
}

function estimateNote({ line }: SoldFigures): string | null {
  return line?.fees?.takeIs === 'estimated' ? t('lines.estimate') : null;
}

/** Who says what arrived: the order on alias, or the seller for a sale elsewhere. */
function statedBy({ sale }: SoldFigures): string {
  return sale.marketplace === 'alias' ? t('sales.orderSource') : t('sales.toldSource');
}

/** What alias took: true when the order states its payout. */
export function FeesOf({ row, inList = true }: RowProps) {
  const { line } = row;
  if (line === null) return <NoLine row={row} inList={inList} />;
  const fees = line.fees;
  const inputs: (readonly [string, string])[] = [];
  for (const kind of CHARGE_KINDS) {
    const part = fees?.split?.[kind] ?? null;
    if (part !== null) inputs.push([chargeText(kind), moneyText(part, { cents: 'fixed' })]);
  }
  return (
    <MoneyFigure
      amount={fees?.take ?? null}
      unknown={missingText(line.missingFees)}
      explain={{
        formula: fees?.takeIs === 'actual' ? t('sales.takeFormula') : t('sales.takeEstimate'),
        inputs,
        ...(fees?.byProfile === true ? { note: t('sales.feesByProfile') } : {}),
        source: fees?.takeIs === 'actual' ? statedBy(row) : t('lines.feeSource'),
      }}
      estimate={estimateNote(row)}
      cents={fees?.takeIs === 'estimated' ? 'glance' : 'fixed'}
      inList={inList}
    />
  );
}

/** What alias pays: as the order states it, or what the fee profile lets expect. */
export function PayoutOf({ row, inList = true }: RowProps) {
  const { sale, line } = row;
  if (sale.payout !== null) {
    return <MoneyFigure amount={sale.payout} explain={{ source: statedBy(row) }} cents="fixed" inList={inList} />;
  }
  const take = line?.fees?.take;
  if (line === null || take === undefined) return <Unknown why={t('sales.payoutUnknown')} inList={inList} />;
  const expected = { ...line.revenue, minor: (line.revenue.minor - take.minor) as typeof take.minor };
  return (
    <MoneyFigure
      amount={expected}
      explain={{ source: t('lines.feeSource') }}
      estimate={t('lines.estimate')}
      inList={inList}
    />
  );
}

/** What arrives of a sale: the payout less cash-out. */
export function SaleNet({ row, inList = true }: RowProps) {
  const { line } = row;
  if (line === null) return <NoLine row={row} inList={inList} />;
  const { formula: _profit, ...explanation } = explain(row, 'net');
  return (
    <MoneyFigure
      amount={line.net}
      unknown={missingText(line.missingFees)}
      explain={{ formula: t('sales.netFormula'), ...explanation }}
      estimate={estimateNote(row)}
      cents={line.fees?.takeIs === 'estimated' ? 'glance' : 'fixed'}
      inList={inList}
    />
  );
}

/** What it earned: true once the order states its payout. */
export function SaleProfit({ row, inList = true }: RowProps) {
  const { line } = row;
  if (line === null) return <NoLine row={row} inList={inList} />;
  const missing = line.cost === null ? missingText(['cost', ...line.missingFees]) : missingText(line.missingFees);
  return (
    <ProfitFigure
      amount={line.profit}
      unknown={missing}
      explain={explain(row, 'profit')}
      estimate={estimateNote(row)}
      cents={line.fees?.takeIs === 'estimated' ? 'glance' : 'fixed'}
      inList={inList}
    />
  );
}

function explain({ sale, line }: SoldFigures, upTo: 'net' | 'profit'): Explanation {
  if (line === null) return {};
  const inputs: (readonly [string, string])[] = [[t('lines.price'), moneyText(line.revenue, { cents: 'fixed' })]];
  if (line.fees !== null) {
    inputs.push([t('sales.fees'), moneyText(line.fees.take, { cents: 'fixed' })]);
    if (sale.payout !== null) inputs.push([t('column.payout'), moneyText(sale.payout, { cents: 'fixed' })]);
    if (line.fees.cashOutIs !== 'none')
      inputs.push([t('lines.cashOut'), moneyText(line.fees.cashOut, { cents: 'fixed' })]);
  }
  if (upTo === 'profit' && line.cost !== null) inputs.push([t('lines.cost'), moneyText(line.cost, { cents: 'fixed' })]);
  if (upTo === 'profit' && line.otherCosts !== null)
    inputs.push([t('lines.otherCosts'), moneyText(line.otherCosts, { cents: 'fixed' })]);
  if (upTo === 'profit' && line.expenses.minor !== 0)
    inputs.push([t('lines.expenses'), moneyText(line.expenses, { cents: 'fixed' })]);
  const { fx } = sale;
  if (fx !== null && line.revenue.currency !== sale.price.currency) {
    inputs.push([t('sales.rate'), `${rateText(fx)}, ${dateText(fx.asOf)}`]);
  }
  const note = line.fees?.cashOutIs === 'estimated' ? { note: t('sales.cashOutNote') } : {};
  return { formula: t('sales.profitFormula'), inputs, ...note };
}
