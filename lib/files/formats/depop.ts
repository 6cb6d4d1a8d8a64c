import type { SaleEntry } from '@/lib/domain/imports/entry';
import { splitByWeight } from '@/lib/domain/imports/split-evenly';
import { add, negate, subtract, sum } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import {
  amountOf,
  amountOrNull,
  columnsOf,
  countryOf,
  dateOf,
  dateOrNull,
  sizeInTitle,
  sizeOf,
  styleCodeOf,
  type Row,
} from './cells';
import type { Format, ReadingContext, RowOutcome } from './format';
import { ContentKeys, makeSale, shortKey, type SaleDraft } from './make-sale';

/**
 * Depop's sales file. It has no order numbers: a sale is named by its moment, its buyer and which article of the bundle it
 * was. What the buyer paid Depop on top is no cost of the seller.
 */
export const DEPOP: Format = {
  id: 'depop',
  matches: (headings) => ['dateofsale', 'timeofsale', 'depopfee'].every((each) => headings.has(each)),
  open: (header, context) => new DepopRows(header, context),
};

interface Sold {
  readonly draft: Omit<SaleDraft, 'key'>;
  readonly identity: readonly (string | number | null)[];
  readonly total: Money | null;
  readonly bundle: string | null;
  readonly refunded: Money | null;
  readonly returned: Money | null;
}

class DepopRows {
  readonly #at: ReturnType<typeof depopColumns>;
  readonly #sold: Sold[] = [];
  readonly #keys = new ContentKeys();

  constructor(
    header: readonly string[],
    readonly context: ReadingContext,
  ) {
    this.#at = depopColumns(header);
  }

  row({ line, cells }: { readonly line: number; readonly cells: Row }): readonly RowOutcome[] {
    const [at, context] = [this.#at, this.context];
    const soldAt = dateOf(`${at.date(cells)} ${at.time(cells)}`.trim(), context);
    const item = amountOf(at.price(cells), null, context);
    const amount = (text: string) => amountOrNull(text, item.currency, context);
    const description = at.description(cells);
    const title = description.split(/\r?\n/)[0]?.slice(0, 200) ?? '';
    const size = sizeOr(at.size(cells), description);
    const shipping = amount(at.buyerShipping(cells));
    const buyer = at.buyer(cells);
    const isBundle = /^(?:y|yes|true)/i.test(at.bundle(cells));
    this.#sold.push({
      identity: [soldAt, buyer, title, item.minor, item.currency],
      bundle: isBundle ? `${soldAt}|${buyer}` : null,
      total: amount(at.total(cells)),
      refunded: amount(at.refunded(cells)),
      returned: amount(at.feesBack(cells)),
      draft: {
        line,
        source: 'depop',
        platform: 'depop',
        orderNumber: '',
        name: title,
        brand: at.brand(cells),
        styleCode: styleCodeOf('', description),
        size,
        soldAt,
        price: shipping === null ? item : add(item, shipping),
        told: {
          commission: amount(at.fee(cells)),
          processing: amount(at.payments(cells)),
          advertising: amount(at.boost(cells)),
          shipping: amount(at.label(cells)),
        },
        paidAt: dateOrNull(at.arrived(cells), context),
        buyer,
        country: countryOf(at.country(cells)),
        marketplaceTax: amount(at.tax(cells)),
      },
    });
    return [];
  }

  *end(): Generator<RowOutcome> {
    for (const sold of withSharedBundles(this.#sold)) {
      const key = shortKey(this.#keys.of(sold.identity));
      yield { kind: 'sale', entry: toEntry(sold, key) };
    }
  }
}

/** A text that is no size is looked for in the description; a sale is not lost for it. */
function sizeOr(text: string, description: string) {
  try {
    return sizeOf(text) ?? sizeInTitle(description);
  } catch {
    return sizeInTitle(description);
  }
}

function toEntry({ draft, refunded, returned }: Sold, key: string): SaleEntry {
  const told = draft.told ?? {};
  const taken = sum(
    Object.values(told).flatMap((part) => part ?? []),
    draft.price.currency,
  );
  const back = refunded === null || refunded.minor === 0 ? null : refunded;
  if (back !== null && Math.abs(back.minor) >= draft.price.minor) {
    const lost = subtract(taken, returned ?? negate(taken));
    const penalty = returned === null || lost.minor <= 0 ? null : lost;
    const reversal = { reason: 'refunded', at: draft.soldAt, penalty, note: '' } as const;
    return makeSale({ ...draft, key, payout: subtract(draft.price, taken), status: 'reversed', reversal });
  }
  const price = back === null ? draft.price : subtract(draft.price, back);
  const gave = returned === null || returned.minor === 0 ? null : negate(returned);
  const commission =
    gave === null ? (told.commission ?? null) : told.commission == null ? gave : add(told.commission, gave);
  const fees = gave === null ? taken : add(taken, gave);
  return makeSale({ ...draft, key, price, payout: subtract(price, fees), told: { ...told, commission } });
}

/**
 * Articles sold together may each repeat the bundle's own total and fees. Where the prices add up to that total, the fees are
 * shared among them instead of being taken from each.
 */
function withSharedBundles(sold: readonly Sold[]): readonly Sold[] {
  const bundles = new Map<string, Sold[]>();
  for (const each of sold) {
    if (each.bundle !== null) bundles.set(each.bundle, [...(bundles.get(each.bundle) ?? []), each]);
  }
  const shared = new Map<Sold, Sold>();
  for (const rows of bundles.values()) {
    if (repeatsTotal(rows)) for (const [nth, row] of rows.entries()) shared.set(row, shareOf(rows, row, nth));
  }
  return sold.map((each) => shared.get(each) ?? each);
}

function repeatsTotal(rows: readonly Sold[]): boolean {
  const [first] = rows;
  const total = first?.total;
  if (rows.length < 2 || first === undefined || total == null) return false;
  const same = rows.every(
    (row) => row.total?.minor === total.minor && JSON.stringify(row.draft.told) === JSON.stringify(first.draft.told),
  );
  const prices = rows.reduce((all, { draft }) => all + draft.price.minor, 0);
  return same && prices > total.minor / 2 && total.minor > first.draft.price.minor;
}

function shareOf(rows: readonly Sold[], row: Sold, nth: number): Sold {
  const weights = rows.map(({ draft }) => Math.max(0, draft.price.minor));
  const told = Object.fromEntries(
    Object.entries(row.draft.told ?? {}).map(([kind, part]) => [
      kind,
      part === null || part === undefined ? null : (splitByWeight(part, weights)[nth] ?? null),
    ]),
  );
  const share = (amount: Money | null) => (amount === null ? null : (splitByWeight(amount, weights)[nth] ?? null));
  return { ...row, refunded: share(row.refunded), returned: share(row.returned), draft: { ...row.draft, told } };
}

function depopColumns(header: readonly string[]) {
  const at = columnsOf(header);
  return {
    date: at('Date of sale'),
    time: at('Time of sale'),
    bundle: at('Bundle'),
    buyer: at('Buyer'),
    brand: at('Brand'),
    description: at('Description'),
    size: at('Size'),
    price: at('Item price'),
    buyerShipping: at('Buyer shipping cost'),
    total: at('Total'),
    label: at('USPS Cost', 'Shipping cost', 'Evri Cost', 'Depop Shipping cost'),
    fee: at('Depop fee'),
    payments: at('Depop Payments fee'),
    boost: at('Boosting fee'),
    arrived: at('Payout arrival date'),
    country: at('Country'),
    tax: at('US Sales tax'),
    refunded: at('Refunded to buyer amount'),
    feesBack: at('Fees refunded to seller'),
  };
}
