import { scale, sum } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import { amountOf, amountOrNull, CellProblem, columnsOf, countryOf, dateOf, quantityOf, type Row } from './cells';
import { newOrder } from './ebay-order';
import { EbayOrderRows } from './ebay-order-rows';
import type { Format, ReadingContext, RowOutcome } from './format';

/** eBay's orders report: prices and buyers, no fees. French and other European ones have their own headings and decimals. */
export const EBAY_ORDERS: Format = {
  id: 'ebay-orders',
  matches: (headings) =>
    [...headings].some((each) => /^(?:salesrecordnumber|numerodevente|verkaufsprotokollnummer)$/.test(each)) &&
    [...headings].some((each) => /^(?:soldfor|venduepour|vendupour|verkauftfur|prixdevente)$/.test(each)),
  open(header, context) {
    const at = columnsOf(header);
    const columns = {
      order: at('Order Number', 'Numéro de commande', 'Bestellnummer'),
      record: at('Sales Record Number', 'Numéro de vente', 'Verkaufsprotokollnummer'),
      buyer: at('Buyer Username', "Pseudo de l'acheteur", 'Nutzername des Käufers'),
      country: at('Ship To Country', 'Buyer Country', 'Post To Country'),
      item: at('Item Number', "Numéro de l'objet", 'Artikelnummer'),
      title: at('Item Title', "Titre de l'objet", 'Artikelbezeichnung'),
      label: at('Custom Label', 'Libellé personnalisé', 'Bestandseinheit'),
      quantity: at('Quantity', 'Quantité', 'Anzahl'),
      price: at('Sold For', 'Vendu pour', 'Vendue pour', 'Prix de vente', 'Verkauft für'),
      shipping: at(
        'Shipping And Handling',
        'Postage And Handling',
        'Postage And Packaging',
        'Frais de livraison',
        'Verpackung und Versand',
      ),
      total: at('Total Price', 'Prix total', 'Gesamtpreis'),
      tax: at('eBay Collected Tax'),
      sold: at('Sale Date', 'Date de la vente', 'Date de vente', 'Verkauft am'),
      paid: at('Paid On Date', 'Date du paiement', 'Bezahlt am'),
      variation: at('Variation Details', 'Variations'),
    };
    return new OrdersReport(columns, context);
  },
};

type OrderColumns = Readonly<
  Record<
    | 'order'
    | 'record'
    | 'buyer'
    | 'country'
    | 'item'
    | 'title'
    | 'label'
    | 'quantity'
    | 'price'
    | 'shipping'
    | 'total'
    | 'tax'
    | 'sold'
    | 'paid'
    | 'variation',
    (row: Row) => string
  >
>;

class OrdersReport extends EbayOrderRows {
  constructor(
    readonly at: OrderColumns,
    context: ReadingContext,
  ) {
    super('ebay-orders', context);
  }

  *row({ line, cells }: { readonly line: number; readonly cells: Row }): Generator<RowOutcome> {
    const { at, context } = this;
    if (/record\(?s?\)? downloaded|^seller id/i.test(cells.join(' ')))
      return void (yield { kind: 'skip', line, reason: 'footer' });
    const number = at.order(cells) || at.record(cells);
    if (number === '') throw new CellProblem('no-order', at.title(cells));
    const known = this.orders.get(number);
    const priceText = at.price(cells);
    const first = priceText === '' ? null : amountOf(priceText, null, context);
    const currency = known?.currency ?? first?.currency;
    if (currency === undefined) throw new CellProblem('no-price', number);
    const amount = (text: string) => amountOrNull(text, currency, context);
    const quantity = quantityOf(at.quantity(cells));
    const isSum = at.item(cells) === '' && at.title(cells) === '';
    const price = wholePrice(first, isSum ? 1 : quantity, amount(at.total(cells)));
    const shipping = amount(at.shipping(cells));
    const order = newOrder({
      number,
      currency,
      soldAt: known?.soldAt ?? dateOf(at.sold(cells), context),
      buyer: at.buyer(cells),
      country: countryOf(at.country(cells)),
      tax: amount(at.tax(cells)),
    });
    const parts = [price, shipping].flatMap((part) => part ?? []);
    this.add(order, {
      line,
      itemId: at.item(cells),
      title: at.title(cells),
      sku: at.label(cells),
      variation: at.variation(cells),
      quantity,
      price: parts.length === 0 ? null : sum(parts, currency),
      net: null,
      charges: {},
    });
  }
}

/** Of several of one article the report may tell the price of one; the total of the order shows which. */
function wholePrice(price: Money | null, quantity: number, total: Money | null): Money | null {
  if (price === null || quantity === 1 || total === null) return price;
  const all = scale(price, quantity, 1, 'half-even');
  return total.minor >= all.minor ? all : price;
}
