import { add } from '@/lib/domain/money/arithmetic';
import type { PnlTotals } from '@/lib/domain/pnl/pnl-totals';
import type { PnlPage } from '@/lib/queries/pnl-page';
import { explainTotals } from '../bridge/total-figure';
import { Explained, type Explanation } from '../ui/explained';
import { countText, moneyText, percentText } from '../ui/format';
import { MoneyFigure, ProfitFigure, Unknown } from '../ui/money';
import { Stat, StatRow } from '../ui/stat';
import { t } from '../ui/text';
import { marginFor, roiFor } from './group-figures';

/** `27`, or `25 of 27` when some are in no figure. */
export function countedText({ sales, complete }: PnlTotals): string {
  return complete.sales === sales ? countText(sales) : t('pnl.ofPairs', [countText(complete.sales), countText(sales)]);
}

/** The figures of a time, of which profit is the one to see first. */
export function Totals({ page }: { readonly page: PnlPage }) {
  const { totals, cash } = page;
  const { complete } = totals;
  const spent = add(add(complete.cost, complete.otherCosts), complete.expenses);
  const estimated = complete.take.minor === complete.actualTake.minor ? null : t('totals.estimated');
  return (
    <StatRow>
      <Stat label={t('pnl.profit')} size="lg" below={<BeforeOverhead page={page} />}>
        <Profit page={page} estimated={estimated} />
      </Stat>
      {cash === null ? null : (
        <Stat label={t('pnl.cashResult')} size="lg">
          <ProfitFigure amount={cash.result} explain={{ formula: t('pnl.cashFormula'), inputs: cashInputs(cash) }} />
        </Stat>
      )}
      <Stat label={t('pnl.revenue')} size="lg">
        <MoneyFigure amount={complete.revenue} explain={explainTotals(totals, 'revenue')} />
      </Stat>
      <Stat label={t('pnl.fees')} size="lg">
        <MoneyFigure
          amount={add(complete.take, complete.cashOut)}
          explain={explainTotals(totals, 'fees')}
          estimate={estimated}
        />
      </Stat>
      <Stat label={t('pnl.costs')} size="lg">
        <MoneyFigure amount={spent} explain={explainTotals(totals, 'costs')} />
      </Stat>
      <Stat label={t('pnl.margin')} size="lg">
        <Ratio value={marginFor(totals)} formula={t('pnl.marginFormula')} />
      </Stat>
      <Stat label={t('pnl.roi')} size="lg">
        <Ratio value={roiFor(totals)} formula={t('pnl.roiFormula')} />
      </Stat>
      <Stat
        label={t('pnl.sales')}
        size="lg"
        below={complete.sales === totals.sales ? undefined : t('pnl.ofAll', [countText(totals.sales)])}
      >
        <span className="archvd-figure">{countText(complete.sales)}</span>
      </Stat>
    </StatRow>
  );
}

/** What is left of all: unknown, not zero, while every sale lacks its cost. */
function Profit({ page, estimated }: { readonly page: PnlPage; readonly estimated: string | null }) {
  const { totals, result } = page;
  const explain = explainTotals(totals);
  const known = totals.complete.sales > 0 || totals.sales === 0;
  const rest: [string, string][] = [];
  if (result.penalties.minor !== 0) rest.push([t('pnl.penalties'), moneyText(result.penalties, { cents: 'fixed' })]);
  if (result.writeOffs.minor !== 0) rest.push([t('pnl.writeOffs'), moneyText(result.writeOffs, { cents: 'fixed' })]);
  if (result.overhead.minor !== 0) rest.push([t('pnl.overhead'), moneyText(result.overhead, { cents: 'fixed' })]);
  const inputs = [...(explain.inputs ?? []), ...rest];
  return (
    <ProfitFigure
      amount={known ? result.afterOverhead : null}
      unknown={explain.note ?? ''}
      explain={{ ...explain, inputs, ...(rest.length === 0 ? {} : { formula: t('pnl.afterFormula') }) }}
      estimate={estimated}
      size={18}
    />
  );
}

/** The profit before what was spent for no pair in particular; nothing while nothing was. */
function BeforeOverhead({ page: { result } }: { readonly page: PnlPage }) {
  if (result.overhead.minor === 0) return null;
  return <>{t('pnl.beforeOverheadShort', [moneyText(result.beforeOverhead, { sign: 'always', cents: 'none' })])}</>;
}

function cashInputs(cash: NonNullable<PnlPage['cash']>): NonNullable<Explanation['inputs']> {
  return [
    [t('pnl.cashReceived'), moneyText(cash.received, { cents: 'fixed' })],
    [t('pnl.cashBoughtShort'), moneyText(cash.bought, { cents: 'fixed' })],
    [t('pnl.cashSpent'), moneyText(cash.spent, { cents: 'fixed' })],
  ];
}

/** A share in basis points, with how it comes about. */
function Ratio({ value, formula }: { readonly value: number | null; readonly formula: string }) {
  if (value === null) return <Unknown why={t('figure.unknownWhy')} />;
  return (
    <Explained what={{ formula, source: t('totals.source') }}>
      <span className="archvd-figure">{percentText(value / 10_000)}</span>
    </Explained>
  );
}
