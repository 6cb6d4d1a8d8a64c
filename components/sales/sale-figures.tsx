import type { SaleRow } from '@/lib/queries/list-sales';
import { missingText } from '../bridge/estimate-words';
import type { Explanation } from '../ui/explained';
import { moneyText } from '../ui/format';
import { MoneyFigure, ProfitFigure, Unknown } from '../ui/money';
import { t } from '../ui/text';

interface RowProps {
  readonly row: SaleRow;
}

function whyNoLine({ reversed }: SaleRow): string {
  return reversed ? t('sales.reversed') : t('missing.rate');
}

function estimateNote({ line }: SaleRow): string | null {
  return line?.fees?.takeIs === 'estimated' ? t('lines.estimate') : null;
}

/** What alias took: true when the order states its payout. */
export function FeesOf({ row }: RowProps) {
  const { line } = row;
  if (line === null) return <Unknown why={whyNoLine(row)} inList />;
  const fees = line.fees;
  const inputs: (readonly [string, string])[] = [];
  if (fees?.commission) inputs.push([t('lines.commission'), moneyText(fees.commission, { cents: 'fixed' })]);
  if (fees?.sellerFee) inputs.push([t('lines.sellerFee'), moneyText(fees.sellerFee, { cents: 'fixed' })]);
  return (
    <MoneyFigure
      amount={fees?.take ?? null}
      unknown={missingText(line.missingFees)}
      explain={{
        formula: fees?.takeIs === 'actual' ? t('sales.takeFormula') : t('sales.takeEstimate'),
        inputs,
        source: fees?.takeIs === 'actual' ? t('sales.orderSource') : t('lines.feeSource'),
      }}
      estimate={estimateNote(row)}
      cents={fees?.takeIs === 'estimated' ? 'none' : 'fixed'}
      inList
    />
  );
}

/** What alias pays: as the order states it, or what the fee profile lets expect. */
export function PayoutOf({ row }: RowProps) {
  const { sale, line } = row;
  if (sale.payout !== null) {
    return <MoneyFigure amount={sale.payout} explain={{ source: t('sales.orderSource') }} cents="fixed" inList />;
  }
  const take = line?.fees?.take;
  if (line === null || take === undefined) return <Unknown why={t('sales.payoutUnknown')} inList />;
  const expected = { ...line.revenue, minor: (line.revenue.minor - take.minor) as typeof take.minor };
  return (
    <MoneyFigure amount={expected} explain={{ source: t('lines.feeSource') }} estimate={t('lines.estimate')} inList />
  );
}

export function SaleProfit({ row }: RowProps) {
  const { line } = row;
  if (line === null) return <Unknown why={whyNoLine(row)} inList />;
  const missing = line.cost === null ? missingText(['cost', ...line.missingFees]) : missingText(line.missingFees);
  return (
    <ProfitFigure
      amount={line.profit}
      unknown={missing}
      explain={explain(row)}
      estimate={estimateNote(row)}
      cents={line.fees?.takeIs === 'estimated' ? 'none' : 'fixed'}
      inList
    />
  );
}

function explain({ line }: SaleRow): Explanation {
  if (line === null) return {};
  const inputs: (readonly [string, string])[] = [[t('lines.price'), moneyText(line.revenue, { cents: 'fixed' })]];
  if (line.fees !== null) {
    inputs.push([t('sales.fees'), moneyText(line.fees.take, { cents: 'fixed' })]);
    if (line.fees.cashOutIs !== 'none')
      inputs.push([t('lines.cashOut'), moneyText(line.fees.cashOut, { cents: 'fixed' })]);
  }
  if (line.cost !== null) inputs.push([t('lines.cost'), moneyText(line.cost, { cents: 'fixed' })]);
  if (line.otherCosts !== null) inputs.push([t('lines.otherCosts'), moneyText(line.otherCosts, { cents: 'fixed' })]);
  const note = line.fees?.cashOutIs === 'estimated' ? { note: t('sales.cashOutNote') } : {};
  return { formula: t('sales.profitFormula'), inputs, ...note };
}
