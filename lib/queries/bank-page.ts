import type { ArchvdDatabase } from '@/lib/db/database';
import type { PayoutRow } from '@/lib/db/money-rows';
import type { BankAccountRow, BankLineRow } from '@/lib/db/bank-rows';
import { readReconcileBooks } from '@/lib/db/repositories/reconcile-books';
import type { ImportRow } from '@/lib/db/rows';
import { add } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import type { Candidate } from '@/lib/domain/reconcile/candidate';
import { overduePayouts, reconcile, type LineMatch } from '@/lib/domain/reconcile/reconcile';
import type { CalendarDate, Instant } from '@/lib/domain/time/instant';
import { localDate } from '@/lib/domain/time/local-date';
import type { OffsetAt } from '@/lib/domain/time/period';
import { readThings, type BankThings } from './bank-things';
import { bankImports } from './bank-imports';

export type BankShow = 'open' | 'matched' | 'ignored' | 'all';

export interface BankRequest {
  /** null: all accounts. */
  readonly accountId: string | null;
  readonly show: BankShow;
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
  readonly now: Instant;
  readonly offsetAt: OffsetAt;
}

export interface BankAccount {
  readonly account: BankAccountRow;
  readonly lines: number;
  readonly open: number;
  /** Day of its newest line; null: it has none. */
  readonly last: CalendarDate | null;
}

export interface BankRow {
  readonly line: BankLineRow;
  /** What an open line most likely is. */
  readonly best: Candidate | null;
  readonly alternatives: readonly Candidate[];
}

export interface BankTotal {
  readonly currency: CurrencyCode;
  readonly came: Money;
  readonly went: Money;
}

export interface BankPage {
  readonly accounts: readonly BankAccount[];
  readonly counts: Readonly<Record<BankShow, number>>;
  /** Of the open lines: certain ones, and credits that nothing explains. */
  readonly certain: number;
  readonly unexplained: number;
  /** Of the lines the list shows, each currency by itself. */
  readonly totals: readonly BankTotal[];
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly BankRow[];
  readonly things: BankThings;
  /** Payouts found on no statement, the oldest first. */
  readonly waiting: readonly { readonly payout: PayoutRow; readonly overdue: boolean }[];
  /** Statements taken over, the newest first. */
  readonly imports: readonly ImportRow[];
}

/** The bank screen: lines of the statements with what they are, and payouts that are still waited for. */
export async function bankPage(db: ArchvdDatabase, request: BankRequest): Promise<BankPage> {
  const { accountId, show, search, offset, limit, now, offsetAt } = request;
  const accounts = (await db.bankAccounts.toArray()).filter(({ deletedAt }) => deletedAt === null);
  const kept = new Set(accounts.map(({ id }) => id));
  const all = (await db.bankLines.toArray()).filter((line) => kept.has(line.accountId));
  const open = all.filter(({ state }) => state === 'open');
  const books = await readReconcileBooks(db, open, offsetAt);
  const matches = new Map(reconcile(books).map((match) => [match.lineId, match]));
  const ofAccount = accountId === null ? all : all.filter((line) => line.accountId === accountId);
  const found = ofAccount.filter((line) => (show === 'all' || line.state === show) && contains(line, search));
  const shown = found.toSorted(newestFirst).slice(offset, offset + limit);
  const rows = shown.map((line) => toRow(line, matches.get(line.id)));
  const overdue = new Set(overduePayouts(books.payouts, localDate(now, offsetAt)).map(({ id }) => id));
  const waiting = await db.payouts.bulkGet(books.payouts.map(({ id }) => id));
  return {
    accounts: accounts.map((account) => accountOf(account, all)).toSorted(byName),
    counts: countsOf(ofAccount),
    certain: open.filter(({ id }) => matches.get(id)?.best?.confidence === 'certain').length,
    unexplained: open.filter(({ id, amount }) => amount.minor > 0 && matches.get(id)?.best == null).length,
    totals: totalsOf(found),
    total: found.length,
    offset,
    rows,
    things: await readThings(
      db,
      shown,
      rows.flatMap(({ best, alternatives }) => (best === null ? [] : [best, ...alternatives])),
    ),
    waiting: waiting
      .flatMap((payout) => (payout === undefined ? [] : [{ payout, overdue: overdue.has(payout.id) }]))
      .toSorted((a, b) => a.payout.paidAt - b.payout.paidAt || (a.payout.id < b.payout.id ? -1 : 1)),
    imports: await bankImports(db),
  };
}

function toRow(line: BankLineRow, match: LineMatch | undefined): BankRow {
  return { line, best: match?.best ?? null, alternatives: match?.alternatives ?? [] };
}

function newestFirst(a: BankLineRow, b: BankLineRow): number {
  if (a.bookedOn !== b.bookedOn) return a.bookedOn < b.bookedOn ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

const byName = (a: BankAccount, b: BankAccount) => (a.account.name < b.account.name ? -1 : 1);

function contains({ payee, text, amount }: BankLineRow, search: string): boolean {
  const words = search.trim().toLowerCase();
  if (words === '') return true;
  const figure = String(Math.abs(amount.minor));
  return `${payee} ${text}`.toLowerCase().includes(words) || figure.startsWith(words.replace(/\D/g, '') || '-');
}

function countsOf(lines: readonly BankLineRow[]): Readonly<Record<BankShow, number>> {
  const counts = { open: 0, matched: 0, ignored: 0, all: lines.length };
  for (const { state } of lines) counts[state] += 1;
  return counts;
}

function accountOf(account: BankAccountRow, all: readonly BankLineRow[]): BankAccount {
  const lines = all.filter(({ accountId }) => accountId === account.id);
  const days = lines.map(({ bookedOn }) => bookedOn).toSorted();
  const open = lines.filter(({ state }) => state === 'open').length;
  return { account, lines: lines.length, open, last: days.at(-1) ?? null };
}

function totalsOf(lines: readonly BankLineRow[]): readonly BankTotal[] {
  const totals = new Map<CurrencyCode, BankTotal>();
  for (const { amount } of lines) {
    const { currency } = amount;
    const before = totals.get(currency) ?? { currency, came: money(0, currency), went: money(0, currency) };
    const side = amount.minor < 0 ? { went: add(before.went, amount) } : { came: add(before.came, amount) };
    totals.set(currency, { ...before, ...side });
  }
  return [...totals.values()].toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}
