import type { ExpenseRow, PayoutRow } from '@/lib/db/money-rows';
import { fxRatesByDay } from '@/lib/db/repositories/fx';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import { sha256 } from '@/lib/db/sha256';
import type { ExpenseEntry, PayoutEntry } from '@/lib/domain/imports/entry';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import type { Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';
import type { CommandDeps } from './command-deps';
import { countImport, runningImport } from './import-begin';
import type { PieceResult } from './import-sales';

interface MoneyPiece<Entry> {
  readonly importId: string;
  readonly entries: readonly Entry[];
  readonly displayCurrency: CurrencyCode;
}

/**
 * Writes a piece of a file's expenses, all of it or nothing. Each is named by what its row says, so that one read twice is
 * one; one the seller deleted stays away.
 *
 * @throws CommandError `not-found` when the import was taken back meanwhile
 */
export async function importExpenses(deps: CommandDeps, piece: MoneyPiece<ExpenseEntry>): Promise<PieceResult> {
  const { db } = deps;
  const { importId, entries } = piece;
  const ids = await Promise.all(entries.map(async ({ ref }) => `file-${(await sha256(ref)).slice(0, 32)}`));
  return db.transaction('rw', [db.expenses, db.imports, db.fxRates], async () => {
    const row = await runningImport(deps, importId);
    const known = new Set(await db.expenses.where('id').anyOf(ids).primaryKeys());
    const fxOf = await ratesFor(deps, piece);
    const now = deps.now();
    const added = new Map<string, ExpenseRow>();
    for (const [nth, entry] of entries.entries()) {
      const id = ids[nth] ?? '';
      if (known.has(id) || added.has(id)) continue;
      const { category, amount, tax, spentAt, supplier, note } = entry;
      const shape = { pairIds: [], split: 'value', mileage: null, recurringId: null, deletedAt: null } as const;
      const stamps = { id, createdAt: now, updatedAt: now, importId };
      added.set(id, { ...shape, ...stamps, category, amount, tax, spentAt, supplier, note, fx: fxOf(amount, spentAt) });
    }
    await db.expenses.bulkAdd([...added.values()]);
    const counts = { added: added.size, filled: 0, changed: 0, same: entries.length - added.size };
    await countImport(deps, row, counts);
    return { ...counts, conflicts: [] };
  });
}

/**
 * Writes a piece of a file's payouts, all of it or nothing; one that is known by its number is left as it is.
 *
 * @throws CommandError `not-found` when the import was taken back meanwhile
 */
export async function importPayouts(deps: CommandDeps, piece: MoneyPiece<PayoutEntry>): Promise<PieceResult> {
  const { db } = deps;
  const { importId, entries } = piece;
  return db.transaction('rw', [db.payouts, db.imports, db.fxRates], async () => {
    const row = await runningImport(deps, importId);
    const keys = entries.map(({ platform, ref }) => [platform, ref]);
    const rows = await rowsByKey(db.payouts, '[platform+ref]', keys);
    const known = new Set(rows.map(({ platform, ref }) => `${platform}|${ref}`));
    const fxOf = await ratesFor(deps, piece);
    const now = deps.now();
    const added: PayoutRow[] = [];
    for (const { platform, ref, paidAt, amount, note } of entries) {
      if (known.has(`${platform}|${ref}`)) continue;
      known.add(`${platform}|${ref}`);
      const stamps = { id: deps.newId(), createdAt: now, updatedAt: now, importId, bankLineId: null };
      added.push({ ...stamps, platform, ref, paidAt, amount, note, fx: fxOf(amount, paidAt) });
    }
    await db.payouts.bulkAdd(added);
    const counts = { added: added.length, filled: 0, changed: 0, same: entries.length - added.length };
    await countImport(deps, row, counts);
    return { ...counts, conflicts: [] };
  });
}

async function ratesFor(
  { db }: CommandDeps,
  { entries, displayCurrency }: Pick<MoneyPiece<{ readonly amount: Money }>, 'entries' | 'displayCurrency'>,
): Promise<(amount: Money, at: Instant) => FxRate | null> {
  const rates = new Map<CurrencyCode, (at: Instant) => FxRate | null>();
  for (const currency of new Set(entries.map(({ amount }) => amount.currency)))
    if (currency !== displayCurrency) rates.set(currency, await fxRatesByDay(db, currency, displayCurrency));
  return ({ currency }, at) => rates.get(currency)?.(at) ?? null;
}
