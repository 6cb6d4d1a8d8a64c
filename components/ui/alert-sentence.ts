import type { AlertFacts } from '@/lib/domain/alerts/alert-facts';
import { MEDIAN_DAYS } from '@/lib/domain/alerts/median-sale';
import type { Product } from '@/lib/domain/catalog/product';
import { money, type Money } from '@/lib/domain/money/money';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { dateText, moneyText, percentText } from './format';
import { t } from './text';

export interface AlertWords {
  /** `Dunk Low Panda US 10: ask $98` */
  readonly title: string;
  /** `$14 under its 30-day median; buying now and selling at last sale nets +$2.60.` */
  readonly message: string;
}

/** The figures that are told beside an ask. */
export type AskFacts = Pick<AlertFacts, 'underMedian' | 'profit'>;

/**
 * What a person would say of an alert: what happened in the title, what it means in the message. A figure that is not
 * known is left out.
 *
 * @param product null: not in the catalogue that was read
 */
export function alertSentence(product: Product | null, facts: AlertFacts): AlertWords {
  const { title, parts } = headOf(shortened(product), facts);
  return { title, message: joined(parts) };
}

/** Both as one: `Dunk Low Panda US 10: ask $98, $14 under its 30-day median; buying now …` */
export function wholeSentence(product: Product | null, facts: AlertFacts): string {
  const { title, parts } = headOf(product, facts);
  return parts.length === 0 ? title : `${title}, ${parts.join('; ')}`;
}

/** A notification's title is cut after 60 characters, and the figure stands at its end. */
const NAME_LENGTH = 34;

/** The product by a name that leaves room for what is told of it. */
export function shortened(product: Product | null): Product | null {
  const letters = [...(product?.name ?? '')];
  if (product === null || letters.length <= NAME_LENGTH) return product;
  return {
    ...product,
    name: `${letters
      .slice(0, NAME_LENGTH - 1)
      .join('')
      .trimEnd()}…`,
  };
}

/**
 * A title that was told with a shortened name, with the whole name again; one that names the product otherwise follows
 * the name it has now.
 */
export function wholeTitle(product: Product | null, title: string): string {
  const told = shortened(product)?.name;
  if (product === null || told === undefined) return title;
  return title.startsWith(told) ? `${product.name}${title.slice(told.length)}` : `${product.name} · ${title}`;
}

/** Words for a target price that an ask has reached. */
export function targetSentence(pair: string, ask: Money, target: Money, facts: AskFacts): AlertWords {
  return {
    title: t('alert.ask', [pair, moneyText(ask)]),
    message: joined([heldTo(ask, target, 'target'), ...askParts(facts)]),
  };
}

/** `Dunk Low Panda US 10`; of a product nobody has read yet only the size. */
export function pairWords(product: Product | null, usSize: number | null): string {
  const name = product?.name ?? t('notice.watched');
  if (usSize === null) return name;
  const allowed = product?.allowedSizes.find((size) => size.usValue === usSize);
  const size =
    product === null || allowed === undefined
      ? formatSize({ value: usSize, system: 'US' })
      : formatSize({ value: allowed.value, system: product.sizeSystem }, product.sizeRun);
  return t('notice.pair', [name, size]);
}

interface Head {
  readonly title: string;
  readonly parts: readonly string[];
}

function headOf(product: Product | null, facts: AlertFacts): Head {
  const { trigger, ask, offer, offerNet, perWeek, sizesLeft, soldFor } = facts;
  const pair = pairWords(product, facts.usSize);
  const name = pairWords(product, null);
  const askNow = ask === null ? [] : [t('alert.askNow', [moneyText(ask)])];
  switch (trigger.kind) {
    case 'ask-at-or-below':
      return {
        title: askTitle(pair, ask),
        parts: [heldTo(ask, trigger.price, 'price'), ...askParts(facts)],
      };
    case 'net-at-or-above':
    case 'roi-at-or-above':
    case 'under-median':
      return { title: askTitle(pair, ask), parts: askParts(facts) };
    case 'drop':
      return dropHead(pair, facts, trigger.hours);
    case 'offer-at-or-above':
      return {
        title: t('alert.offer', [pair, amount(offer)]),
        parts: [
          heldTo(offer, trigger.price, 'price'),
          ...(offerNet === null ? [] : [t('alert.offerNets', [moneyText(offerNet, { cents: 'glance' })])]),
        ],
      };
    case 'sales-per-week-above':
      return {
        title: t('alert.perWeek', [pair, String(Math.round(perWeek ?? 0))]),
        parts: [t('alert.moreThan', [String(trigger.count)]), ...askNow, ...askParts(facts)],
      };
    case 'few-sizes-left':
      return { title: t('alert.sizesLeft', sizesLeft ?? 0, [name, sizesLeft ?? 0]), parts: askNow };
    case 'sold-at-or-below':
      return {
        title: t('alert.sold', [pair, amount(soldFor)]),
        parts: [heldTo(soldFor, trigger.price, 'price'), ...askNow],
      };
    case 'release-tomorrow':
      return {
        title: t('alert.release', [name]),
        parts: facts.releaseDate === null ? [] : [t('alert.releaseOn', [dateText(Date.parse(facts.releaseDate))])],
      };
  }
}

function dropHead(pair: string, facts: AlertFacts, hours: number): Head {
  const { ask, droppedFrom } = facts;
  if (ask === null || droppedFrom === null) return { title: askTitle(pair, ask), parts: askParts(facts) };
  const share = percentText((droppedFrom.minor - ask.minor) / droppedFrom.minor);
  return {
    title: t('alert.down', [pair, moneyText(ask), share]),
    parts: [t('alert.was', [moneyText(droppedFrom), String(hours)]), ...askParts(facts)],
  };
}

function askTitle(pair: string, ask: Money | null): string {
  return t('alert.ask', [pair, amount(ask)]);
}

function askParts({ underMedian, profit }: AskFacts): readonly string[] {
  return [
    ...(underMedian === null ? [] : [medianPart(underMedian)]),
    ...(profit === null ? [] : [t('alert.nets', [moneyText(profit, { sign: 'always', cents: 'glance' })])]),
  ];
}

const HELD = {
  target: { at: 'alert.atTarget', under: 'alert.underTarget', over: 'alert.overTarget' },
  price: { at: 'alert.atPrice', under: 'alert.underPrice', over: 'alert.overPrice' },
} as const;

/** `$2 under your price of $100`; in two currencies, which only a rate joins, the price alone is named. */
function heldTo(found: Money | null, wanted: Money, what: keyof typeof HELD): string {
  const off = found === null || found.currency !== wanted.currency ? 0 : found.minor - wanted.minor;
  const words = HELD[what];
  if (off === 0) return t(words.at, [moneyText(wanted)]);
  return t(off < 0 ? words.under : words.over, [moneyText(money(Math.abs(off), wanted.currency)), moneyText(wanted)]);
}

function medianPart(under: Money): string {
  const days = String(MEDIAN_DAYS);
  if (under.minor === 0) return t('alert.atMedian', [days]);
  if (under.minor > 0) return t('alert.underMedian', [moneyText(under), days]);
  return t('alert.overMedian', [moneyText({ ...under, minor: -under.minor as Money['minor'] }), days]);
}

function amount(told: Money | null): string {
  return told === null ? t('alert.unknown') : moneyText(told);
}

/** Parts of a sentence as one, with a capital and a full stop. */
function joined(parts: readonly string[]): string {
  const text = parts.join('; ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
