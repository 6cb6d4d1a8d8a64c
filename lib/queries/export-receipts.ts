import type { ArchvdDatabase } from '@/lib/db/database';
import type { LedgerReceipt } from '@/lib/domain/exports/ledger';
import { negate } from '@/lib/domain/money/arithmetic';
import { localDate } from '@/lib/domain/time/local-date';
import type { Instant } from '@/lib/domain/time/instant';
import { isWithin } from '@/lib/domain/time/period';
import { bookLines, type BookLine } from './book-lines';
import type { ExportRequest } from './export-request';
import { readUndone } from './export-returns';

/**
 * Sales whose money is known to have come, but by no payout of the books: each is money that arrived by itself. Of a sale
 * that was given back it went out again on that day; what came by payouts goes back by later ones.
 *
 * @example paid with $82.79 on 14 March and given back on 2 May: `+82.79` in March, `-82.79` in May
 */
export async function readReceipts(db: ArchvdDatabase, request: ExportRequest): Promise<readonly LedgerReceipt[]> {
  const { period, offsetAt } = request;
  const byCash = { ...request, basis: 'cash' } as const;
  const [{ sales }, undone] = await Promise.all([bookLines(db, byCash), readUndone(db, byCash)]);
  const within = (at: Instant): boolean => period === null || isWithin(period, at);
  const came = (line: BookLine, at: Instant, id: string, sign: 1 | -1): readonly LedgerReceipt[] => {
    const { sale } = line;
    const net = line.line?.net ?? null;
    if (net === null || sale.paid === null || sale.paid.payoutId !== null || !within(at)) return [];
    const amount = sign === 1 ? net : negate(net);
    const { marketplace: platform, orderNumber: reference } = sale;
    return [{ id, on: localDate(at, offsetAt), platform, reference, amount, saleIds: [sale.id] }];
  };
  return [
    ...sales.flatMap((line) => came(line, line.at, line.sale.id, 1)),
    ...undone.flatMap((line) => came(line, line.at, line.sale.id, 1)),
    ...undone.flatMap((line) => came(line, line.backAt, `${line.sale.id}:back`, -1)),
  ];
}
