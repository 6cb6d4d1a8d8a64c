import { subtract, sum } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { SalePlatform } from '@/lib/domain/sales/sale';
import type { Size, SizeSystem } from '@/lib/domain/sizes/size';
import { absolute } from './absolute';
import {
  amountOf,
  amountOrNull,
  barcodeInColumn,
  barcodeOf,
  CellProblem,
  cellText,
  countryOf,
  currencyOf,
  dateOf,
  dateOrNull,
  isBrokenBarcode,
  quantityOf,
  sizeOf,
  styleCodeOf,
  type Row,
} from './cells';
import { plainHeading, type ColumnChoice, type Field } from './column-choice';
import type { Format, RowOutcome } from './format';
import { ContentKeys, makeSale, salesOf, shortKey } from './make-sale';

type Get = (field: Field, row: Row) => string;

/** Tables of the seller's own: lists, templates and exports of other programs, whose columns were guessed or chosen. */
export function getter(header: readonly string[], choice: ColumnChoice): Get {
  const places = new Map(Object.entries(choice).map(([field, heading]) => [field, header.indexOf(heading)]));
  return (field, row) => {
    const at = places.get(field) ?? -1;
    return at < 0 ? '' : cellText(row[at] ?? '');
  };
}

/** A column called `UK size` says what its bare figures are. */
function systemOf(choice: ColumnChoice): SizeSystem | null {
  const plain = plainHeading(choice.size ?? '');
  const system = /^(us|uk|eu)|(us|uk|eu)$/.exec(plain)?.[0]?.toUpperCase();
  return system === 'US' || system === 'UK' || system === 'EU' ? system : bracketed(choice.size ?? '');
}

function bracketed(heading: string): SizeSystem | null {
  const system = /\((US|UK|EU)\)/i.exec(heading)?.[1]?.toUpperCase();
  return system === 'US' || system === 'UK' || system === 'EU' ? system : null;
}

export function currencyAt(get: Get, row: Row): CurrencyCode | null {
  return currencyOf(get('currency', row));
}

interface Named {
  readonly name: string;
  readonly brand: string;
  readonly rawSku: string;
  readonly styleCode: ReturnType<typeof styleCodeOf>;
  readonly size: Size | null;
  readonly barcode: string | null;
}

function namedPair(get: Get, row: Row, system: SizeSystem | null): Named {
  const rawSku = get('styleCode', row);
  const name = get('name', row);
  const written = get('barcode', row);
  const barcode = barcodeInColumn(written) ?? barcodeOf(rawSku);
  if (rawSku === '' && name === '' && isBrokenBarcode(written)) throw new CellProblem('bad-barcode', written);
  if (rawSku === '' && name === '' && barcode === null)
    throw new CellProblem(
      'no-pair',
      row
        .filter((cell) => cell !== '')
        .join(', ')
        .slice(0, 80),
    );
  const styleCode = styleCodeOf(rawSku, name);
  const size = sizeOf(get('size', row), system);
  return {
    name: name || rawSku || (barcode ?? ''),
    brand: get('brand', row),
    rawSku: barcodeOf(rawSku) === null ? rawSku : '',
    styleCode,
    size,
    barcode,
  };
}

/** A bar code that is none is told beside its row, which comes in without it. */
function* notesOf(get: Get, line: number, row: Row): Generator<RowOutcome> {
  const written = get('barcode', row);
  if (isBrokenBarcode(written)) yield { kind: 'note', line, reason: 'bad-barcode', text: written };
}

export const OWN_SALES: Format = {
  id: 'own-sales',
  matches: () => false,
  open(header, context, choice) {
    const get = getter(header, choice);
    const system = systemOf(choice);
    const keys = new ContentKeys();
    return {
      *row({ line, cells }): Generator<RowOutcome> {
        if (get('soldAt', cells) === '' && get('price', cells) === '')
          return void (yield { kind: 'skip', line, reason: 'not-sold' });
        const named = namedPair(get, cells, system);
        const told = currencyAt(get, cells);
        const soldAt = dateOf(get('soldAt', cells), context);
        if (get('price', cells) === '') throw new CellProblem('no-price', named.name);
        const price = amountOf(get('price', cells), told, context);
        // A refund among sales is no sale of less than nothing: its row says so by its status.
        if (price.minor < 0) throw new CellProblem('bad-amount', get('price', cells));
        const amount = (field: Field) => amountOrNull(get(field, cells), told ?? price.currency, context);
        const [fees, shipping] = [absolute(amount('fees')), absolute(amount('shipping'))];
        const taken = [fees, shipping].flatMap((part) => part ?? []);
        const payout = amount('payout') ?? (taken.length === 0 ? null : subtract(price, sum(taken, price.currency)));
        const platform = platformIn(get('platform', cells));
        const orderNumber = get('orderNumber', cells);
        const size = named.size === null ? '' : `${named.size.system} ${named.size.value}`;
        const content = [soldAt, named.rawSku || named.name, size, price.minor, price.currency, get('buyer', cells)];
        const entry = makeSale({
          line,
          source: 'own-sales',
          platform,
          key: shortKey(orderNumber === '' ? keys.of(content) : firstPlain(keys, orderNumber)),
          orderNumber,
          ...named,
          soldAt,
          price,
          payout,
          told: { commission: fees, shipping },
          paidAt: dateOrNull(get('paidAt', cells), context),
          buyer: get('buyer', cells),
          country: countryOf(get('country', cells)),
          invoiceNumber: get('invoice', cells),
          note: get('note', cells),
          cost: amount('cost'),
          boughtAt: dateOrNull(get('boughtAt', cells), context),
          ...standingOf(get('status', cells), soldAt),
        });
        yield* notesOf(get, line, cells);
        for (const sale of salesOf(entry, quantityOf(get('quantity', cells)))) yield { kind: 'sale', entry: sale };
      },
      *end() {},
    };
  },
};

/** An order number names its first row as it stands, so that it is found again by it; further articles are counted. */
export function firstPlain(keys: ContentKeys, orderNumber: string): string {
  return keys.of([orderNumber]).replace(/~1$/, '');
}

/** Fees are written with and without a minus sign; both are what was taken. */
function standingOf(text: string, soldAt: ReturnType<typeof dateOf>) {
  if (!/cancel|refund|return/i.test(text)) return {};
  const reason = /cancel/i.test(text) ? 'cancelled' : /refund/i.test(text) ? 'refunded' : 'returned';
  return { status: 'reversed', reversal: { reason, at: soldAt, penalty: null, note: '' } } as const;
}

const PLATFORMS: readonly (readonly [RegExp, SalePlatform])[] = [
  [/^(?:alias|goat|flight ?club)/i, 'alias'],
  [/^stock ?x/i, 'stockx'],
  [/^e-?bay/i, 'ebay'],
  [/^depop/i, 'depop'],
  [/^vinted/i, 'vinted'],
  [/^shopify|^web ?(?:site|shop)/i, 'shopify'],
  [/^stadium/i, 'stadium-goods'],
  [/^card ?trader/i, 'cardtrader'],
  [/^(?:in ?person|cash|local|facebook|meet)/i, 'in-person'],
];

function platformIn(text: string): SalePlatform {
  return PLATFORMS.find(([mark]) => mark.test(text.trim()))?.[1] ?? 'other';
}

/** Inventory: each row is in stock, unless it says that it was sold. */
export const OWN_STOCK: Format = {
  id: 'own-stock',
  matches: () => false,
  open(header, context, choice) {
    const get = getter(header, choice);
    const system = systemOf(choice);
    const keys = new ContentKeys();
    return {
      *row({ line, cells }): Generator<RowOutcome> {
        if (/^(?:sold|shipped|returned|cancel)/i.test(get('status', cells)))
          return void (yield { kind: 'skip', line, reason: 'not-sold' });
        const named = namedPair(get, cells, system);
        if (named.size === null) throw new CellProblem('no-size', named.name);
        const cost = amountOrNull(get('cost', cells), currencyAt(get, cells), context);
        const otherCosts = amountOrNull(get('otherCosts', cells), cost?.currency ?? currencyAt(get, cells), context);
        if ((cost?.minor ?? 0) < 0 || (otherCosts?.minor ?? 0) < 0)
          throw new CellProblem('bad-amount', get('cost', cells));
        const boughtAt = dateOrNull(get('boughtAt', cells), context);
        const ref = get('orderNumber', cells);
        const quantity = quantityOf(get('quantity', cells));
        const { size } = named;
        const content = [
          named.rawSku,
          named.name,
          `${size.system} ${size.value}`,
          quantity,
          cost?.minor ?? '',
          cost?.currency ?? '',
          boughtAt,
          get('supplier', cells),
        ];
        yield* notesOf(get, line, cells);
        yield {
          kind: 'stock',
          entry: {
            line,
            ...named,
            ref: shortKey(ref === '' ? `table:${keys.of(content)}` : firstPlain(keys, ref)),
            quantity,
            cost,
            otherCosts,
            boughtAt,
            supplier: get('supplier', cells),
            condition: conditionOf(get('condition', cells)),
            packaging: 'good',
            location: get('location', cells),
            note: get('note', cells),
            tags: get('tags', cells)
              .split(/[;,|]/)
              .map((tag) => tag.trim().slice(0, 40))
              .filter((tag) => tag !== '')
              .slice(0, 30),
            purchaseInvoice: get('invoice', cells),
          },
        };
      },
      *end() {},
    };
  },
};

function conditionOf(text: string): 'new' | 'used' | 'new-with-defects' {
  if (/defect|flaw|b-?grade/i.test(text)) return 'new-with-defects';
  return /used|worn|pre-?owned|vnds/i.test(text) ? 'used' : 'new';
}
