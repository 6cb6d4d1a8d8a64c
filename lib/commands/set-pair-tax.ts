import type { Pair, PairTax, TaxTreatment } from '@/lib/domain/inventory/pair';
import type { Money } from '@/lib/domain/money/money';
import { isSameAmount } from '@/lib/domain/money/same-amount';
import { checkAmount, checkText } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter } from './keep-undo';
import { logPairs } from './log-pairs';

/** What to change of what is said of pairs for the tax office; what is left out stays. */
export interface PairTaxChanges {
  /** null: as the profile says. */
  readonly treatment?: TaxTreatment | null;
  readonly note?: string;
  readonly purchaseInvoice?: string;
  readonly inputTax?: Money | null;
}

/** Pairs one command changes at most. */
const MOST = 10_000;
const NOTHING_SAID: PairTax = { treatment: null, note: '', purchaseInvoice: '', inputTax: null };

/**
 * Says of pairs how they are taxed, and what their purchase invoice shows. Rows that already say so are not written.
 *
 * @throws CommandError `bad-value` for an amount no invoice shows, or tax above the cost or in another currency than it;
 * `too-many`; `not-found` when none of the pairs is there
 */
export async function setPairTax(
  deps: CommandDeps,
  pairIds: readonly string[],
  changes: PairTaxChanges,
): Promise<{ readonly changed: number; readonly undoId: string | null }> {
  const { db } = deps;
  const ids = [...new Set(pairIds)];
  if (ids.length > MOST)
    throw new CommandError('too-many', `At most ${MOST} pairs are changed at once. Nothing was changed.`);
  checkText('The note', changes.note ?? '', 2000);
  checkText('The invoice number', changes.purchaseInvoice ?? '', 80);
  checkAmount('The tax on the invoice', changes.inputTax ?? null);
  return db.transaction('rw', [db.inventory, db.activity, db.undos], async () => {
    const pairs = (await db.inventory.bulkGet(ids)).filter((pair) => pair !== undefined && pair.deletedAt === null);
    if (ids.length > 0 && pairs.length === 0)
      throw new CommandError('not-found', 'These pairs are no longer in the books. Nothing was changed.');
    const written = pairs.flatMap((pair) => {
      const after = pair === undefined ? null : changedPair(deps, pair, changes);
      return pair === undefined || after === null ? [] : [{ before: pair, after }];
    });
    if (written.length === 0) return { changed: 0, undoId: null };
    await db.inventory.bulkPut(written.map(({ after }) => after));
    await logPairs(deps, {
      kind: 'pairs/tax',
      summary: 'Tax of the pair changed',
      pairIds: written.map(({ after }) => after.id),
      facts: { treatment: changes.treatment ?? null },
    });
    const undoId = await keepUndo(
      deps,
      'pairs/tax',
      written.map(({ before, after }) => ({ table: 'inventory' as const, before, after })),
    );
    return { changed: written.length, undoId };
  });
}

/** null: it says so already. */
function changedPair(deps: CommandDeps, pair: Pair, changes: PairTaxChanges): Pair | null {
  const before = pair.tax ?? NOTHING_SAID;
  const tax: PairTax = {
    ...before,
    ...changes,
    note: (changes.note ?? before.note).trim(),
    purchaseInvoice: (changes.purchaseInvoice ?? before.purchaseInvoice).trim(),
  };
  checkInputTax(pair, tax.inputTax);
  if (isSame(before, tax)) return null;
  return { ...pair, tax: isSame(tax, NOTHING_SAID) ? null : tax, updatedAt: stampAfter(pair.updatedAt, deps.now()) };
}

/** Tax that is no part of the cost would be taken off it all the same. */
function checkInputTax({ cost, name }: Pair, inputTax: Money | null): void {
  if (inputTax === null || cost === null) return;
  if (inputTax.currency !== cost.currency)
    throw new CommandError('bad-value', `The tax is not in the currency of what ${name} cost. Nothing was changed.`);
  if (inputTax.minor > cost.minor)
    throw new CommandError('bad-value', `The tax is more than what ${name} cost. Nothing was changed.`);
}

function isSame(a: PairTax, b: PairTax): boolean {
  const texts = a.note === b.note && a.purchaseInvoice === b.purchaseInvoice;
  return a.treatment === b.treatment && texts && isSameAmount(a.inputTax, b.inputTax);
}
