import type { Row } from './cells';
import { salesOfOrder, type OrderLine, type OrderOfReport } from './ebay-order';
import type { ReadingContext, RowOutcome, RowReader } from './format';

/** A report of orders whose rows belong together by the number of the order, wherever they stand. */
export abstract class EbayOrderRows implements RowReader {
  readonly orders = new Map<string, OrderOfReport>();

  constructor(
    readonly source: 'ebay-orders' | 'ebay-earnings',
    readonly context: ReadingContext,
  ) {}

  abstract row(row: { readonly line: number; readonly cells: Row }): Iterable<RowOutcome>;

  *end(): Generator<RowOutcome> {
    for (const order of this.orders.values())
      for (const entry of salesOfOrder(order, this.source)) yield { kind: 'sale', entry };
  }

  protected add(order: OrderOfReport, line: OrderLine): void {
    const known = this.orders.get(order.number) ?? order;
    this.orders.set(order.number, known);
    if (line.itemId === '' && line.title === '') known.rollUp = line;
    else known.lines.push(line);
  }
}
