import type { PnlLine } from '@/lib/domain/pnl/pnl-line';
import type { ReportRowText } from '@/lib/domain/pnl/row-prints';
import { CHARGE_KINDS } from '@/lib/domain/sales/charges';
import type { BookLines } from './book-lines';
import type { WrittenOff } from './write-offs';

/** Everything of every row that is in the figures of a report. */
export function reportRowTexts({ report, expenses }: BookLines, lost: readonly WrittenOff[]): readonly ReportRowText[] {
  const lines = report.lines.map((line) => ({ id: line.saleId, text: lineText(line) }));
  const others = report.excluded.map(({ saleId, at, reason, penalty }) => {
    return { id: saleId, text: [reason, at, penalty?.minor ?? ''].join(' ') };
  });
  const spent = expenses.map(({ id, here, spentAt, category, shares }) => {
    const shared = shares.map(({ pairId, amount }) => `${pairId}=${amount.minor}`).toSorted();
    return { id, text: [spentAt, category, here?.minor ?? '', ...shared].join(' ') };
  });
  return [...lines, ...others, ...spent, ...lost.map(lostText)];
}

function lostText({ pair, at, cost, otherCosts, expenses, lost }: WrittenOff): ReportRowText {
  return {
    id: pair.id,
    text: ['written-off', at, ...[cost, otherCosts, expenses, lost].map((each) => each?.minor ?? '')].join(' '),
  };
}

function lineText({ at, pending, revenue, fees, cost, otherCosts, expenses, profit }: PnlLine): string {
  const minor = [revenue, fees?.take, fees?.cashOut, cost, otherCosts, expenses, profit];
  const split = CHARGE_KINDS.map((kind) => fees?.split?.[kind]);
  const standing = [fees?.takeIs ?? '', fees?.cashOutIs ?? '', pending ? 'pending' : ''];
  return [at, ...standing, ...[...minor, ...split].map((amount) => amount?.minor ?? '')].join(' ');
}
