import type { PairStory, SaleStory } from '@/lib/queries/pair-story';
import { platformText } from '../bridge/sale-platform';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { priceMoves } from './price-lines';

export interface Step {
  readonly id: string;
  readonly at: number;
  readonly text: string;
  /** Only its day is known. */
  readonly dayOnly?: true;
}

/** What the rows themselves tell better than the log. */
const TOLD_BY_ROWS = new Set(['pair/add', 'pair/sell', 'sale/found', 'sale/reversed', 'listing/price']);

/** The story of a pair, newest first: what its rows say happened, and what was done to it. */
export function stepsOf(story: PairStory): readonly Step[] {
  const { pair, listing, sales, activity } = story;
  const steps: Step[] = activity
    .filter(({ kind }) => !TOLD_BY_ROWS.has(kind))
    .map(({ id, at, summary }) => ({ id, at, text: summary }));
  if (pair.boughtAt !== null) {
    const text = pair.cost === null ? t('timeline.bought') : t('timeline.boughtFor', [moneyText(pair.cost)]);
    steps.push({ id: 'bought', at: pair.boughtAt, text, dayOnly: true });
  }
  steps.push({ id: 'added', at: pair.createdAt, text: ADDED[pair.origin]() });
  if (listing !== null) steps.push({ id: 'listed', at: listing.listedAt, text: t('timeline.listed') });
  for (const { at, from, to } of priceMoves(story)) {
    const words = [moneyText(from), moneyText(to)] as [string, string];
    const text = to.minor > from.minor ? t('timeline.priceUp', words) : t('timeline.priceDown', words);
    steps.push({ id: `price-${at}`, at, text });
  }
  return [...steps, ...sales.flatMap(saleSteps)].toSorted((a, b) => b.at - a.at);
}

const ADDED = {
  manual: () => t('timeline.added'),
  ledger: () => t('timeline.imported'),
  import: () => t('timeline.fromFile'),
  listing: () => t('timeline.foundListing'),
  order: () => t('timeline.foundOrder'),
};

function saleSteps({ sale, order, line }: SaleStory): readonly Step[] {
  const step = (what: string, at: number | null, text: string): Step[] =>
    at === null ? [] : [{ id: `${what}-${sale.id}`, at, text }];
  const price = moneyText(sale.price);
  const profit = line === null || line.profit === null ? null : moneyText(line.profit, { sign: 'always' });
  if (sale.marketplace !== 'alias') {
    const where = platformText(sale.marketplace);
    const text =
      profit === null ? t('timeline.soldOn', [where, price]) : t('timeline.soldOnProfit', [where, price, profit]);
    return step('sold', sale.soldAt, text);
  }
  const paid = sale.payout === null ? null : moneyText(sale.payout);
  return [
    ...step('sold', sale.soldAt, t('timeline.sold', [price])),
    ...step('label', order?.labelGeneratedAt ?? null, t('timeline.label')),
    ...step('way', order?.inTransitAt ?? null, t('timeline.onItsWay')),
    ...(order?.status === 'completed' && paid !== null
      ? step(
          'paid',
          order.changedAt,
          profit === null ? t('timeline.paid', [paid]) : t('timeline.paidProfit', [paid, profit]),
        )
      : []),
    ...(order?.status === 'cancelled' ? step('cancelled', order.changedAt, t('timeline.cancelledOrder')) : []),
  ];
}
