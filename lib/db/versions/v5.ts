import type { Transaction } from 'dexie';

/**
 * Schema 5: money. Expenses with receipts, bank statements and payouts, imports that can be taken back, reports that
 * were kept, dated values of the stock, the stock book. Frozen: a change is a new version beside this one, never an edit
 * here. Tables that are not named stay as the schemas before left them.
 */
export const V5_STORES = {
  inventory:
    'id, &goatListingId, &ledgerRef, status, [status+cost.minor], deletedAt, catalogId, styleCode, updatedAt, importId',
  sales: 'id, &[marketplace+externalOrderId], pairId, soldAt, status, importId, paid.payoutId',
  expenses: 'id, spentAt, category, *pairIds, recurringId, importId',
  recurringExpenses: 'id, nextOn',
  receipts: 'id, expenseId',
  payouts: 'id, &[platform+ref], paidAt, importId, bankLineId',
  bankAccounts: 'id',
  bankLines: 'id, &[accountId+ref], [accountId+bookedOn], bookedOn, state, importId',
  importChanges: 'id, importId',
  importMappings: 'id, kind',
  reports: 'id, kind, madeAt',
  stockValuations: 'id, day',
  stockBook: 'id, &number',
  barcodes: 'id, styleCode',
} as const;

type Row = Readonly<Record<string, unknown>>;
type Added = string | number | boolean | null;

/** What every row of a table gains from schema 4 to 5, by table. Rows of an older backup gain the same. */
const V5_ADDED: Readonly<Record<string, Readonly<Record<string, Added>>>> = {
  inventory: { tax: null, importId: null },
  sales: { charges: null, paid: null, details: null, reversal: null, importId: null },
  orders: { customs: null },
  imports: { undoneAt: null },
};

/** A row of schema 4 as schema 5 expects it. Imports nothing of ours: it must do the same for ever. */
export function toV5(table: string, row: Row): Row {
  if (table !== 'expenses') return { ...row, ...V5_ADDED[table] };
  const { pairId, ...rest } = row;
  return {
    ...rest,
    pairIds: typeof pairId === 'string' ? [pairId] : [],
    split: 'value',
    supplier: '',
    tax: null,
    mileage: null,
    recurringId: null,
    importId: null,
    fx: null,
  };
}

/** Gives every stored row the shape schema 5 expects. */
export async function upgradeToV5(transaction: Transaction): Promise<void> {
  for (const table of [...Object.keys(V5_ADDED), 'expenses']) {
    await transaction
      .table<Row>(table)
      .toCollection()
      .modify((row, context) => {
        context.value = toV5(table, row);
      });
  }
}
