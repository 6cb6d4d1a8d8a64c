import type { SaleEntry } from '@/lib/domain/imports/entry';
import { add, negate, subtract, sum } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import {
  amountOf,
  amountOrNull,
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
import { depopColumns } from './depop-columns';
import { withSharedBundles } from './with-shared-bundles';

/**
 * Depop's sales file. It has no order numbers: a sale is named by its moment, its buyer and which article of the bundle it
 * was. What the buyer paid Depop on top is no cost of the seller.
 */
export const DEPOP: Format = {
  id: 'depop',
  matches: (headings) => ['dateofsale', 'timeofsale', 'depopfee'].every((each) => headings.has(each)),
  open: (header, context) => new DepopRows(header, context),
};

export interface Sold {
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
