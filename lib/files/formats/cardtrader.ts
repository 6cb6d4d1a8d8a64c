import { subtract } from '@/lib/domain/money/arithmetic';
import { CellProblem, centsOf, columnsOf, countryOf, currencyOf, dateOf, dateOrNull, type Row } from './cells';
import type { Format } from './format';
import { makeSale } from './make-sale';

/** CardTrader's sales report: semicolons, amounts in whole cents. */
export const CARDTRADER: Format = {
  id: 'cardtrader',
  matches: (headings) => ['ordercode', 'amount', 'cardtraderfee', 'itemname'].every((each) => headings.has(each)),
  open(header, context) {
    const at = cardColumns(header);
    return {
      *row({ line, cells }) {
        const currency = currencyOf(at.currency(cells)) ?? context.answers.currency;
        if (currency === null) throw new CellProblem('no-currency', at.code(cells));
        const key = at.id(cells) || at.code(cells);
        if (key === '') throw new CellProblem('no-order', at.item(cells));
        const price = centsOf(at.amount(cells), currency);
        if (price === null) throw new CellProblem('no-price', at.code(cells));
        const taken = centsOf(at.fee(cells), currency);
        const back = centsOf(at.cancelled(cells), currency);
        const soldAt = dateOf(at.sold(cells) || at.soldDay(cells), context);
        const isReversed = back !== null && price.minor > 0 && back.minor >= price.minor;
        const left = back === null || isReversed ? price : subtract(price, back);
        yield {
          kind: 'sale',
          entry: makeSale({
            line,
            source: 'cardtrader',
            platform: 'cardtrader',
            key,
            orderNumber: at.code(cells),
            name: [at.item(cells), at.expansion(cells)].filter((part) => part !== '').join(' · ') || at.code(cells),
            soldAt,
            price: left,
            payout: taken === null ? null : subtract(left, taken),
            told: { commission: taken },
            paidAt: dateOrNull(at.credited(cells), context),
            buyer: at.buyer(cells),
            country: countryOf(at.country(cells)),
            note: at.comment(cells),
            status: isReversed ? 'reversed' : 'completed',
            reversal: isReversed ? { reason: 'cancelled', at: soldAt, penalty: null, note: '' } : null,
          }),
        };
      },
      *end() {},
    };
  },
};

function cardColumns(header: readonly string[]) {
  const exact = (heading: string) => {
    const at = header.findIndex((each) => each.trim().toLowerCase() === heading.toLowerCase());
    return (row: Row) => (row[at] ?? '').trim();
  };
  const at = columnsOf(header);
  return {
    id: at('ID'),
    code: at('Order Code'),
    currency: at('Currency'),
    item: at('Item name'),
    expansion: at('Item expansion'),
    buyer: at('Buyer username'),
    country: at('Final buyer destination country', 'Buyer country'),
    credited: at('Wallet credited at'),
    comment: at('Comment'),
    // Without what stands in brackets these headings would be one.
    amount: exact('Amount (cents)'),
    fee: exact('CardTrader fee (cents)'),
    cancelled: exact('Amount for cancelation (cents)'),
    sold: exact('Sold at (datetime)'),
    soldDay: exact('Sold at'),
  };
}
