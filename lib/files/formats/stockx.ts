import { absolute } from './absolute';
import {
  amountOf,
  amountOrNull,
  CellProblem,
  columnsOf,
  currencyOf,
  dateOf,
  dateOrNull,
  quantityOf,
  sizeOf,
  styleCodeOf,
} from './cells';
import type { Format } from './format';
import { makeSale, salesOf } from './make-sale';

/**
 * StockX's historical seller report. The gross payout is what arrived and is trusted; what the fee columns do not explain of
 * it becomes an adjustment.
 */
export const STOCKX: Format = {
  id: 'stockx',
  matches: (headings) =>
    ['ordernumber', 'listingprice', 'listingpricecurrency', 'saledate', 'style'].every((each) => headings.has(each)),
  open(header, context) {
    const at = columnsOf(header);
    const [order, sold, paid, name, item] = [
      at('Order Number'),
      at('Sale Date'),
      at('Payout date'),
      at('Sku Name'),
      at('Item'),
    ];
    const [style, size, quantity, invoice] = [at('Style'), at('Sku Size'), at('Quantity'), at('Invoice Number')];
    const [price, priceIn] = [at('Listing Price'), at('Listing Price Currency')];
    const [gross, grossIn] = [
      at('Total Gross Amount (Total Payout)', 'Total Payout', 'Total Gross Amount'),
      at('Total Gross Amount (Total Payout) Currency'),
    ];
    const [seller, processing, shipping] = [at('Seller Fee'), at('Payment Processing'), at('Shipping Fee')];
    const [country, note] = [at('Buyer Destination Country', 'Buyer Country'), at('Special references')];
    return {
      *row({ line, cells }) {
        const orderNumber = order(cells);
        if (orderNumber === '') throw new CellProblem('no-order', name(cells));
        const currency = currencyOf(priceIn(cells)) ?? currencyOf(grossIn(cells)) ?? context.answers.currency;
        const amount = (text: string) => amountOrNull(text, currency, context);
        if (price(cells) === '') throw new CellProblem('no-price', orderNumber);
        const rawSku = style(cells);
        const title = name(cells) || item(cells);
        const soldAt = dateOf(sold(cells), context);
        const entry = makeSale({
          line,
          source: 'stockx',
          platform: 'stockx',
          key: orderNumber,
          orderNumber,
          name: title === '' ? rawSku : title,
          rawSku,
          styleCode: styleCodeOf(rawSku),
          size: sizeOf(size(cells)),
          soldAt,
          price: amountOf(price(cells), currency, context),
          payout: amount(gross(cells)),
          told: {
            // Written above zero; a sheet that was gone over may write what was taken below it.
            commission: absolute(amount(seller(cells))),
            processing: absolute(amount(processing(cells))),
            shipping: absolute(amount(shipping(cells))),
          },
          paidAt: dateOrNull(paid(cells), context),
          invoiceNumber: invoice(cells),
          country: /^[A-Z]{2}$/i.test(country(cells)) ? country(cells).toUpperCase() : null,
          note: note(cells),
        });
        for (const sale of salesOf(entry, quantityOf(quantity(cells)))) yield { kind: 'sale', entry: sale };
      },
      *end() {},
    };
  },
};
