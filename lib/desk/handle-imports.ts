import { beginImport } from '@/lib/commands/import-begin';
import { importAfterSale } from '@/lib/commands/import-after-sale';
import { finishImport } from '@/lib/commands/import-finish';
import { forgetMapping, keepMapping, renameMapping } from '@/lib/commands/import-mappings';
import { importExpenses, importPayouts } from '@/lib/commands/import-money';
import { importSales } from '@/lib/commands/import-sales';
import { importStock } from '@/lib/commands/import-stock';
import { undoImport } from '@/lib/commands/import-undo';
import { settleSales } from '@/lib/commands/settle-sales';
import type { AfterSaleEntry, ExpenseEntry, PayoutEntry, SaleEntry, StockEntry } from '@/lib/domain/imports/entry';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { MessageInput } from '@/lib/messaging/protocol';
import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt, commandDeps, currencyOf, done, flat } from './attempt';
import type { DeskParts } from './ports';

type Rows = MessageInput<'imports/rows'>['rows'];

/** Files in. */
export function importHandlers({ ground, stored }: Pick<DeskParts, 'ground' | 'stored'>) {
  const deps = commandDeps(ground);
  return {
    'imports/begin': async (wish) => flat(await attempt(ground, () => beginImport(deps, wish))),
    'imports/rows': async ({ importId, rows }) =>
      flat(
        await attempt(ground, async () => {
          checkCurrencies(rows);
          const displayCurrency = await stored.get('displayCurrency');
          const { conflicts, ...counts } = await writeRows(deps, importId, rows, displayCurrency);
          return { ...counts, conflicts: [...conflicts] };
        }),
      ),
    'imports/settle': async ({ importId, styleCodes }) =>
      flat(await attempt(ground, () => settleSales(deps, importId, styleCodes))),
    'imports/finish': async (end) => done(ground, () => finishImport(deps, end)),
    'imports/undo': async ({ importId }) => flat(await attempt(ground, () => undoImport(deps, importId))),
    'imports/keep-mapping': async (wish) => flat(await attempt(ground, () => keepMapping(deps, wish))),
    'imports/rename-mapping': async ({ mappingId, name }) =>
      flat(await attempt(ground, () => renameMapping(deps, mappingId, name))),
    'imports/forget-mapping': async ({ mappingId }) =>
      flat(await attempt(ground, () => forgetMapping(deps, mappingId))),
  } satisfies Partial<MessageHandlers>;
}

function writeRows(deps: ReturnType<typeof commandDeps>, importId: string, rows: Rows, displayCurrency: CurrencyCode) {
  switch (rows.kind) {
    case 'sales': {
      const own = rows.own === 'all' ? ('all' as const) : new Set(rows.own);
      return importSales(deps, { importId, entries: entriesOf<SaleEntry>(rows), own, displayCurrency });
    }
    case 'stock':
      return importStock(deps, { importId, entries: entriesOf<StockEntry>(rows) });
    case 'after-sale':
      return importAfterSale(deps, { importId, entries: entriesOf<AfterSaleEntry>(rows) });
    case 'expenses':
      return importExpenses(deps, { importId, entries: entriesOf<ExpenseEntry>(rows), displayCurrency });
    case 'payouts':
      return importPayouts(deps, { importId, entries: entriesOf<PayoutEntry>(rows), displayCurrency });
  }
}

/** A message's rows have the shape of entries; only the types' brands are missing, and currencies were checked. */
function entriesOf<Entry>({ entries }: { readonly entries: readonly unknown[] }): readonly Entry[] {
  return entries as readonly Entry[];
}

/** @throws CommandError `unknown-currency` */
function checkCurrencies(rows: Rows): void {
  const seen = new Set<string>();
  for (const entry of rows.entries) {
    for (const value of Object.values(entry)) {
      if (typeof value === 'object' && value !== null && 'currency' in value) seen.add(value.currency);
    }
    if ('charges' in entry && entry.charges !== null)
      for (const part of Object.values(entry.charges)) if (part !== null) seen.add(part.currency);
  }
  for (const currency of seen) currencyOf(currency);
}
