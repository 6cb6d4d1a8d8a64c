import { subtract } from '@/lib/domain/money/arithmetic';
import { CellProblem, centsOf, columnsOf, countryOf, currencyOf, dateOf, dateOrNull } from './cells';
import type { Format } from './format';
import { makeSale } from './make-sale';

/** CardTrader's sales report: semicolons, amounts in whole cents. */
export const CARDTRADER: Format = {
  id: 'cardtrader',
  matches: (headings) => ['ordercode', 'amount', 'cardtraderfee', 'itemname'].every((each) => headings.has(each)),
  open(header, context) {
    const exact = (heading: string) => {
      const at = header.findIndex((each) => each.trim().toLowerCase() === heading.toLowerCase());
      return (row: readonly string[]) => (row[at] ?? '').trim();
    };
    const at = columnsOf(header);
    // Without what stands in brackets these headings would be one.
    const [amount, fee] = [exact('Amount (cents)'), exact('CardTrader fee (cents)')];
    const [cancelled, sold, soldDay] = [
      exact('Amount for cancelation (cents)'),
      exact('Sold at (datetime)'),
      exact('Sold at'),
    ];
    const [id, code, currencyAt, item, expansion] = [
      at('ID'),
      at('Order Code'),
      at('Currency'),
      at('Item name'),
      at('Item expansion'),
    ];
    const [buyer, country, credited, comment] = [
      at('Buyer username'),
      at('Final buyer destination country', 'Buyer country'),
      at('Wallet credited at'),
      at('Comment'),
    ];
    return {
      *row({ line, cells }) {
        const currency = currencyOf(currencyAt(cells)) ?? context.answers.currency;
        if (currency === null) throw new CellProblem('no-currency', code(cells));
        const key = id(cells) || code(cells);
        if (key === '') throw new CellProblem('no-order', item(cells));
        const price = centsOf(amount(cells), currency);
        if (price === null) throw new CellProblem('no-price', code(cells));
        const taken = centsOf(fee(cells), currency);
        const back = centsOf(cancelled(cells), currency);
        const soldAt = dateOf(sold(cells) || soldDay(cells), context);
        const isReversed = back !== null && price.minor > 0 && back.minor >= price.minor;
        const left = back === null || isReversed ? price : subtract(price, back);
        yield {
          kind: 'sale',
          entry: makeSale({
            line,
            source: 'cardtrader',
            platform: 'cardtrader',
            key,
            orderNumber: code(cells),
            name: [item(cells), expansion(cells)].filter((part) => part !== '').join(' · ') || code(cells),
            soldAt,
            price: left,
            payout: taken === null ? null : subtract(left, taken),
            told: { commission: taken },
            paidAt: dateOrNull(credited(cells), context),
            buyer: buyer(cells),
            country: countryOf(country(cells)),
            note: comment(cells),
            status: isReversed ? 'reversed' : 'completed',
            reversal: isReversed ? { reason: 'cancelled', at: soldAt, penalty: null, note: '' } : null,
          }),
        };
      },
      *end() {},
    };
  },
};
