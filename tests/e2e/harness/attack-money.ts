import type { AttackInputs } from './attack-type';

const EXPENSE = {
  category: 'other' as const,
  amount: { minor: 100, currency: 'USD' },
  tax: null,
  supplier: '',
  note: 'of an attacker',
};

/** What a stranger would send about orders, sales, expenses, imports, reports and tax. */
export const MONEY_ATTACKS = {
  'reports/keep': { kind: 'pnl', name: 'of an attacker', settings: {}, figures: {}, digest: '0'.repeat(64) },
  'reports/rename': { id: 'report', name: 'of an attacker' },
  'reports/remove': { id: 'report' },
  'stock/value': {},
  'imports/begin': { kind: 'sales', fileName: 'a.csv', digest: 'a'.repeat(64), source: 'stockx', rows: 1 },
  'imports/rows': {
    importId: 'IMPORT',
    rows: {
      kind: 'payouts',
      entries: [
        {
          line: 1,
          platform: 'ebay',
          ref: 'R',
          paidAt: 1,
          amount: { minor: 1, currency: 'USD' },
          note: 'of an attacker',
        },
      ],
    },
  },
  'imports/settle': { importId: 'IMPORT', styleCodes: ['DD1391-100'] },
  'imports/finish': { importId: 'IMPORT', problems: [], leftOut: { header: [], rows: [], more: 0 } },
  'imports/undo': { importId: 'IMPORT' },
  'imports/keep-mapping': { name: 'of an attacker', source: 'own-sales', header: ['a'], columns: { price: 'a' } },
  'imports/rename-mapping': { mappingId: 'MAPPING', name: 'of an attacker' },
  'imports/forget-mapping': { mappingId: 'MAPPING' },
  'expenses/save': {
    id: null,
    drafts: [{ ...EXPENSE, spentAt: 1_700_000_000_000, pairIds: [], split: 'even', mileage: null }],
    receipts: [],
  },
  'expenses/edit': { ids: ['EXPENSE'], changes: { category: 'bank' } },
  'expenses/remove': { ids: ['EXPENSE'] },
  'receipts/add': {
    expenseId: 'EXPENSE',
    receipts: [{ name: 'a.pdf', dataUrl: 'data:application/pdf;base64,JVBERi0=' }],
  },
  'receipts/remove': { id: 'RECEIPT' },
  'recurring/save': {
    id: null,
    draft: { ...EXPENSE, every: { unit: 'month', every: 1 }, startsOn: '2026-01-31', endsOn: null },
  },
  'recurring/stop': { id: 'RECURRING' },
  'fees/correct': {
    validFrom: 1_700_000_000_000,
    commissionBasisPoints: 1,
    sellerFee: { minor: 1, currency: 'USD' },
    source: 'of an attacker',
  },
  'orders/confirm': { orderIds: ['ORDER'], label: { type: 'shipping' } },
  'orders/cancel': { orderIds: ['ORDER'] },
  'orders/label': { orderIds: ['ORDER'], labelType: null, again: true },
  'orders/ship': { orderIds: ['ORDER'] },
  'sales/reverse': {
    saleId: 'SALE',
    reason: 'cancelled',
    at: 1_700_000_000_000,
    penalty: { minor: 1, currency: 'USD' },
    note: 'of an attacker',
    pair: 'in-stock',
    location: null,
  },
  'sales/edit': { saleId: 'SALE', changes: { price: { minor: 1, currency: 'USD' } } },
  'tax/set-pairs': { pairIds: ['pair-1'], changes: { treatment: 'zero', note: 'of an attacker' } },
  'tax/number-stock': {},
  'tax/file': { kind: 'year', first: '2025-01-01' },
  'tax/unfile': { id: 'report-1' },
} satisfies Partial<AttackInputs>;
