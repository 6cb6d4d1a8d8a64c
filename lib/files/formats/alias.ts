import { readFileDate, momentOf } from '@/lib/domain/imports/file-date';
import { money } from '@/lib/domain/money/money';
import {
  amountOf,
  amountOrNull,
  CellProblem,
  CellQuestion,
  columnsOf,
  currencyOf,
  dateOf,
  guessedSize,
  sizeInTitle,
  sizeOf,
  styleCodeOf,
} from './cells';
import type { Format, ReadingContext } from './format';
import { makeSale } from './make-sale';

/** From here on a figure without a decimal sign is not taken for whole dollars by itself: ten thousand dollars a pair. */
const LIKELY_CENTS = 10_000;

/**
 * alias's sales file. The price column says cents and holds whole dollars, as far as is known: figures below 10,000 could be
 * either, so the seller is asked once, with an example.
 */
export const ALIAS_SALES: Format = {
  id: 'alias-sales',
  matches: (headings) => headings.has('productpricecentssaleprice') && headings.has('ordernumber'),
  open(header, context) {
    const at = columnsOf(header);
    const [order, name, sku, size] = [at('ORDER_NUMBER'), at('NAME'), at('SKU'), at('SIZE')];
    const [price, bought, credit] = [at('PRODUCT_PRICE_CENTS_SALE_PRICE'), at('PURCHASED_DATE'), at('CREDIT_DATE')];
    return {
      *row({ line, cells }) {
        const orderNumber = order(cells);
        if (orderNumber === '') throw new CellProblem('no-order', name(cells));
        const rawSku = sku(cells);
        const paid = credit(cells);
        yield {
          kind: 'sale',
          entry: makeSale({
            line,
            source: 'alias-sales',
            platform: 'alias',
            key: orderNumber,
            orderNumber,
            name: name(cells) || rawSku,
            rawSku,
            styleCode: styleCodeOf(rawSku),
            size: sizeOf(size(cells)),
            soldAt: dayFirst(bought(cells), context),
            price: aliasPrice(price(cells), context),
            paidAt: paid === '' ? null : dayFirst(paid, context),
          }),
        };
      },
      *end() {},
    };
  },
};

/** These files write `20/12/24`, the day first, unless the seller says otherwise. */
function dayFirst(text: string, context: ReadingContext) {
  const read = readFileDate(text, context.answers.dayOrder ?? 'day-first');
  return read.ok ? momentOf(read.date, context.offsetAt) : dateOf(text, context);
}

function aliasPrice(text: string, context: ReadingContext) {
  const plain = text.replace(/[$,\s]/g, '');
  if (plain === '') throw new CellProblem('no-price', text);
  if (!/^\d{1,9}(?:\.\d{1,2})?$/.test(plain)) throw new CellProblem('bad-amount', text);
  if (plain.includes('.')) return amountOf(plain, 'USD', context);
  const { unit } = context.answers;
  if (unit === null) throw new CellQuestion('unit', text);
  return money(Number(plain) * (unit === 'cents' ? 1 : 100), 'USD');
}

/** What most figures of a file look like; the seller decides. */
export function likelyUnit(examples: readonly string[]): 'whole' | 'cents' {
  const figures = examples.map((text) => Number(text.replace(/[$,\s]/g, ''))).toSorted((a, b) => a - b);
  return (figures[Math.floor(figures.length / 2)] ?? 0) >= LIKELY_CENTS ? 'cents' : 'whole';
}

/** The invoice file of alias sales: with its fees, and the total that is paid out. */
export const ALIAS_INVOICE: Format = {
  id: 'alias-invoice',
  matches: (headings) => ['orderid', 'itemnamewithsize', 'storeprice'].every((each) => headings.has(each)),
  open(header, context) {
    const at = columnsOf(header);
    const [order, amountAt, item, invoiced] = [at('OrderID'), at('Amount'), at('ItemNameWithSize'), at('InvoiceDate')];
    const [currencyAt, store, processing, shipping] = [
      at('Currency'),
      at('StorePrice'),
      at('ProcessingFee'),
      at('ShippingFee'),
    ];
    const [transaction, bulk, net] = [
      at('TransactionFee'),
      at('BulkShipDiscount'),
      at('TotalVATIncluded', 'TotalAmountNet'),
    ];
    return {
      *row({ line, cells }) {
        const orderNumber = order(cells);
        if (orderNumber === '') throw new CellProblem('no-order', item(cells));
        const currency = currencyOf(currencyAt(cells)) ?? context.answers.currency;
        const amount = (text: string) => amountOrNull(text, currency, context);
        const priceText = store(cells) || amountAt(cells);
        if (priceText === '') throw new CellProblem('no-price', orderNumber);
        const title = item(cells);
        const discount = amount(bulk(cells));
        const fee = (text: string) => {
          const read = amount(text);
          return read === null ? null : money(Math.abs(read.minor), read.currency);
        };
        yield {
          kind: 'sale',
          entry: makeSale({
            line,
            source: 'alias-invoice',
            platform: 'alias',
            key: orderNumber,
            orderNumber,
            name: title,
            styleCode: styleCodeOf('', title),
            size: sizeInTitle(title) ?? lastSize(title),
            soldAt: dateOf(invoiced(cells), context),
            price: amountOf(priceText, currency, context),
            payout: amount(net(cells)),
            told: {
              processing: fee(processing(cells)),
              shipping: fee(shipping(cells)),
              commission: fee(transaction(cells)),
              sellerFee: discount === null ? null : money(-Math.abs(discount.minor), discount.currency),
            },
          }),
        };
      },
      *end() {},
    };
  },
};

/** `Dunk Low 'Panda' - 10.5` or `Dunk Low 'Panda' (10.5)`. */
function lastSize(title: string) {
  const text = /(?:[-–,]\s*|\(|size\s+)(\d{1,2}(?:\.5)?[WYC]?)\)?\s*$/i.exec(title)?.[1];
  return text === undefined ? null : guessedSize(text);
}
