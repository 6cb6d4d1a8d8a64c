import * as z from 'zod/mini';
import { EXPENSE_CATEGORIES } from '@/lib/domain/expenses/expense';
import { amount, failure, text } from './parts';

const at = z.int();
const line = z.int().check(z.minimum(1));
const size = z.object({
  value: z.number().check(z.minimum(0), z.maximum(100)),
  system: z.enum(['US', 'UK', 'EU', 'JP', 'IT', 'FR']),
});
const platform = z.enum([
  'alias',
  'stockx',
  'ebay',
  'depop',
  'vinted',
  'shopify',
  'stadium-goods',
  'cardtrader',
  'in-person',
  'other',
]);
const source = z.enum([
  'stockx',
  'alias-sales',
  'alias-invoice',
  'ebay-transactions',
  'ebay-orders',
  'ebay-earnings',
  'depop',
  'shopify',
  'cardtrader',
  'own-sales',
  'own-stock',
  'own-expenses',
]);
const maybeAmount = z.nullable(amount);

const named = {
  name: text(600),
  brand: text(600),
  /** Canonical; the receiver takes it as it is. */
  styleCode: z.nullable(text(80)),
  rawSku: text(600),
  size: z.nullable(size),
  barcode: z.nullable(text(14)),
};

const charges = z.object({
  commission: maybeAmount,
  sellerFee: maybeAmount,
  processing: maybeAmount,
  shipping: maybeAmount,
  advertising: maybeAmount,
  penalty: maybeAmount,
  feeTax: maybeAmount,
  adjustment: maybeAmount,
});

const sale = z.object({
  ...named,
  line,
  source,
  platform,
  key: text(200).check(z.minLength(1)),
  orderNumber: text(600),
  soldAt: at,
  price: amount,
  payout: maybeAmount,
  charges: z.nullable(charges),
  paidAt: z.nullable(at),
  payoutRef: text(600),
  status: z.enum(['pending', 'completed', 'reversed']),
  reversal: z.nullable(
    z.object({
      reason: z.enum(['cancelled', 'returned', 'failed-verification', 'refunded']),
      at,
      penalty: maybeAmount,
      note: text(600),
    }),
  ),
  buyer: text(600),
  country: z.nullable(text(2)),
  invoiceNumber: text(600),
  marketplaceTax: maybeAmount,
  note: text(600),
  cost: maybeAmount,
  boughtAt: z.nullable(at),
  folded: z.optional(z.array(text(200)).check(z.maxLength(1000))),
});

const stock = z.object({
  ...named,
  line,
  ref: text(200).check(z.minLength(1)),
  quantity: z.int().check(z.minimum(1), z.maximum(1000)),
  cost: maybeAmount,
  otherCosts: maybeAmount,
  boughtAt: z.nullable(at),
  supplier: text(600),
  condition: z.enum(['new', 'used', 'new-with-defects']),
  packaging: z.enum(['good', 'missing-lid', 'badly-damaged', 'no-box']),
  location: text(600),
  note: text(600),
  tags: z.array(text(40)).check(z.maxLength(30)),
  purchaseInvoice: text(600),
});

const expense = z.object({
  line,
  ref: text(250).check(z.minLength(1)),
  category: z.enum(EXPENSE_CATEGORIES),
  amount,
  tax: maybeAmount,
  spentAt: at,
  supplier: text(600),
  note: text(600),
});

const payout = z.object({ line, platform, ref: text(200).check(z.minLength(1)), paidAt: at, amount, note: text(600) });

const afterSale = z.object({
  line,
  source,
  platform,
  what: z.enum(['refund', 'fee']),
  ref: text(200).check(z.minLength(1)),
  order: text(600).check(z.minLength(1)),
  item: text(600),
  at,
  gross: amount,
  net: amount,
  charges,
});

/** Rows of a file in one message. */
const MOST = 1000;
const piece = <Item extends z.ZodMiniType>(item: Item) => z.array(item).check(z.minLength(1), z.maxLength(MOST));

const rows = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sales'),
    entries: piece(sale),
    own: z.union([z.literal('all'), z.array(text(260)).check(z.maxLength(MOST))]),
  }),
  z.object({ kind: z.literal('stock'), entries: piece(stock) }),
  z.object({ kind: z.literal('after-sale'), entries: piece(afterSale) }),
  z.object({ kind: z.literal('expenses'), entries: piece(expense) }),
  z.object({ kind: z.literal('payouts'), entries: piece(payout) }),
]);

const refused = z.object({ ok: z.literal(false), error: failure });
const answers = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), ...shape }), refused]);

const importId = text(64);
const cells = z.array(text(600)).check(z.maxLength(300));

/** Files in: a file is read by a page and comes piece by piece, each piece written whole or not at all. */
export const IMPORTS = {
  /** Opens an import, or goes on with that of the same file. `known`: it was imported before. */
  'imports/begin': {
    from: 'page',
    effect: 'command',
    input: z.object({
      kind: z.enum(['sales', 'inventory', 'expenses', 'payouts']),
      fileName: text(300),
      digest: text(64).check(z.minLength(64)),
      source,
      rows: z.int().check(z.minimum(0)),
    }),
    output: answers({ importId: z.string(), known: z.boolean() }),
  },
  /** A piece of what the file tells; the same piece again changes nothing. */
  'imports/rows': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ importId, rows }),
    output: answers({
      added: z.int(),
      filled: z.int(),
      changed: z.int(),
      same: z.int(),
      conflicts: z.array(z.object({ line: z.int(), reason: z.string() })),
    }),
  },
  /** Finds the pairs of sales in stock, for so many style codes at once. */
  'imports/settle': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ importId, styleCodes: z.array(text(80)).check(z.maxLength(500)) }),
    output: answers({ matched: z.int(), stillListed: z.int() }),
  },
  'imports/finish': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({
      importId,
      problems: z.array(z.object({ line: z.int(), message: text(300) })).check(z.maxLength(500)),
      leftOut: z.object({
        header: cells,
        rows: z.array(z.object({ line: z.int(), reason: text(60), cells })).check(z.maxLength(500)),
        more: z.int(),
      }),
    }),
    output: answers({}),
  },
  /** Takes a piece of an import back; asked again until `done`. `left`: what was changed since, altogether. */
  'imports/undo': {
    from: 'page',
    effect: 'command',
    input: z.object({ importId }),
    output: answers({ done: z.boolean(), removed: z.int(), restored: z.int(), left: z.int() }),
  },
  /** Keeps which column of a file is what, for the next one with the same headings. */
  'imports/keep-mapping': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ name: text(120), source, header: cells, columns: z.record(text(40), text(100)) }),
    output: answers({ mappingId: z.string() }),
  },
  'imports/rename-mapping': {
    from: 'page',
    effect: 'command',
    input: z.object({ mappingId: text(64), name: text(120) }),
    output: answers({ undoId: z.nullable(z.string()) }),
  },
  'imports/forget-mapping': {
    from: 'page',
    effect: 'command',
    input: z.object({ mappingId: text(64) }),
    output: answers({ undoId: z.nullable(z.string()) }),
  },
} as const;
