import { negate, subtract } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import { CHARGE_KINDS } from '@/lib/domain/sales/charges';
import type { PnlPage } from '@/lib/queries/pnl-page';
import { chargeText } from '../bridge/charge-words';
import { t } from '../ui/text';
import { chargeNote } from './charge-note';

/** A line of the statement; what is taken away is below zero, so that every line adds up to the next sum. */
export interface StatementLine {
  readonly id: string;
  readonly label: string;
  readonly amount: Money;
  /** A sum of the lines above it. */
  readonly isSum: boolean;
  readonly formula?: string;
  readonly note?: string;
  /** Pairs behind it; left out: the sales that are counted. */
  readonly counted?: number;
}

/** The line whose pairs can be looked at. */
export const WRITE_OFFS_LINE = 'write-offs';

/** From revenue to what is left, line by line; lines of nothing are left out, sums never. */
export function statementLines({ totals, result, spending, writeOffs, cash }: PnlPage): readonly StatementLine[] {
  const { complete } = totals;
  const lost = writeOffs.rows.length - writeOffs.unknown;
  const fees = CHARGE_KINDS.map((kind) => ({
    ...less(kind, chargeText(kind), complete[kind]),
    note: chargeNote(kind, complete),
  }));
  const net = subtract(subtract(complete.revenue, complete.take), complete.cashOut);
  const overhead = spending.overhead.minor === 0 ? [] : [less('overhead', t('pnl.overhead'), spending.overhead)];
  const isLess = result.penalties.minor !== 0 || result.writeOffs.minor !== 0;
  const lines = [
    sum('revenue', t('pnl.revenue'), complete.revenue, t('pnl.revenueFormula')),
    ...fees,
    { ...less('unsplit', t('pnl.feesUnsplit'), complete.unsplit), note: t('pnl.feesUnsplitNote') },
    less('cash-out', t('pnl.cashOut'), complete.cashOut),
    sum('net', t('pnl.net'), net, t('lines.netFormula')),
    less('cost', t('lines.cost'), complete.cost),
    less('other-costs', t('lines.otherCosts'), complete.otherCosts),
    less('pair-expenses', t('pnl.pairExpenses'), complete.expenses),
    sum('lines', t('pnl.profitOfSales'), result.lines, t('totals.formula')),
    { ...less('penalties', t('pnl.penalties'), result.penalties), note: t('pnl.penaltiesNote') },
    { ...less(WRITE_OFFS_LINE, t('pnl.writeOffs'), result.writeOffs), note: t('pnl.writeOffsNote'), counted: lost },
    ...(isLess ? [sum('before', t('pnl.beforeOverhead'), result.beforeOverhead)] : []),
    ...overhead,
    sum('after', t('pnl.afterOverhead'), result.afterOverhead, t('pnl.afterFormula')),
  ];
  const shown = lines.filter(({ isSum, amount }) => isSum || amount.minor !== 0);
  return cash === null ? shown : [...shown, ...cashLines(cash)];
}

function cashLines(cash: NonNullable<PnlPage['cash']>): readonly StatementLine[] {
  return [
    sum('received', t('pnl.cashReceived'), cash.received, t('pnl.cashReceivedFormula')),
    less('bought', t('pnl.cashBought', cash.boughtPairs, [String(cash.boughtPairs)]), cash.bought),
    less('spent', t('pnl.cashSpent'), cash.spent),
    ...(cash.penalties.minor === 0 ? [] : [less('cash-penalties', t('pnl.penalties'), cash.penalties)]),
    sum('cash-result', t('pnl.cashResult'), cash.result, t('pnl.cashFormula')),
  ];
}

function sum(id: string, label: string, amount: Money, formula?: string): StatementLine {
  return { id, label, amount, isSum: true, ...(formula === undefined ? {} : { formula }) };
}

function less(id: string, label: string, amount: Money): StatementLine {
  return { id, label, amount: negate(amount), isSum: false };
}
