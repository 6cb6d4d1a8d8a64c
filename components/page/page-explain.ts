import type { KnownNet } from '@/lib/domain/fees/estimate-net';
import type { LandedCost } from '@/lib/domain/deals/landed-cost';
import type { DealWay } from '@/lib/domain/deals/judge-deal';
import { negate } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import { gapText } from '@/lib/messaging/look-words';
import type { KnownPage, PageSizeLook } from '@/lib/queries/page-look-up';
import type { Explanation } from '../ui/explained';
import { dateText, moneyText, percentText, rateText } from '../ui/format';
import { t } from '../ui/text';
import { whyText } from './page-words';

/** How each figure came about: the lines its card shows too. */

type Input = readonly [label: string, value: string];

const line = (label: string, amount: Money | null): readonly Input[] =>
  amount === null ? [] : [[label, moneyText(amount, { cents: 'fixed' })]];
const less = (label: string, amount: Money): readonly Input[] => line(label, negate(amount));

function netLines({ lines, net }: DealWay, { rate }: KnownPage): readonly Input[] {
  if (lines === null) return [];
  const isConverted = rate !== null && net !== null && net.currency !== lines.net.currency;
  return [
    ...takenLines(lines),
    ...line(t('card.explain.net'), lines.net),
    ...(isConverted ? [[t('card.explain.rate'), rateText(rate)] as const] : []),
    ...(isConverted ? line(`${t('card.explain.net')} (${net.currency})`, net) : []),
  ];
}

function takenLines({ price, commission, sellerFee, cashOut }: KnownNet): readonly Input[] {
  return [
    ...line(t('card.explain.price'), price),
    ...less(t('card.explain.commission'), commission),
    ...less(t('card.explain.sellerFee'), sellerFee),
    ...less(t('card.explain.cashOut'), cashOut),
  ];
}

export function explainNet(way: DealWay, found: KnownPage, how: 'ask' | 'offer'): Explanation {
  return {
    formula: t('card.explain.netFormula'),
    inputs: netLines(way, found),
    note: how === 'ask' ? t('card.explain.atAsk') : t('card.explain.atOffer'),
    source: found.schedule?.source ?? t('card.explain.feeSource'),
    at: found.readAt,
  };
}

export function explainProfit(way: DealWay, size: PageSizeLook, found: KnownPage): Explanation {
  const roi = way.roiBasisPoints;
  return {
    formula: t('card.explain.profitFormula'),
    inputs: [
      ...netLines(way, found),
      ...landedLines(size),
      ...line(t('card.explain.profit'), way.profit),
      ...(roi === null ? [] : [[t('card.explain.roi'), percentText(roi / 10_000)] as const]),
    ],
    ...withoutNote(size),
    at: found.readAt,
  };
}

export function explainLanded(size: PageSizeLook): Explanation {
  return { formula: t('card.explain.landedFormula'), inputs: landedLines(size), ...withoutNote(size) };
}

export function explainMaxBuy(size: PageSizeLook, target: string): Explanation {
  return {
    formula: t('card.explain.maxFormula'),
    inputs: [...line(t('card.explain.net'), size.deal.underAsk.net), [t('card.explain.target'), target]],
    ...withoutNote(size),
  };
}

/** Sold at the price that brings back what the page asks. */
export function explainBreakEven(size: PageSizeLook, found: KnownPage): Explanation {
  const { breakEven } = size.deal;
  return {
    formula: t('card.explain.breakEvenFormula'),
    inputs: [...netLines(breakEven, found), ...landedLines(size), ...line(t('card.explain.left'), breakEven.profit)],
    ...withoutNote(size),
  };
}

/** What of a sale on the page's own site arrives, line by line. */
export function explainHere({ sellHere: { price, lines, net, basis, missing } }: PageSizeLook): Explanation {
  const taken = (label: string, amount: Money | null): readonly Input[] =>
    amount === null ? [[label, t('card.notKnown')]] : less(label, amount);
  return {
    formula: t('card.explain.hereFormula'),
    inputs: [
      ...line(t('card.explain.price'), price),
      ...(lines === null
        ? []
        : [
            ...taken(t('card.explain.commission'), lines.commission),
            ...taken(t('card.explain.payment'), lines.payment),
            ...taken(t('card.explain.fixedFee'), lines.fixedFee),
            ...taken(t('card.explain.shipping'), lines.shipping),
          ]),
      ...line(t('card.explain.net'), net),
    ],
    note: [
      t(basis === 'page-price' ? 'card.explain.atPagePrice' : 'card.explain.underPageAsk'),
      ...(missing.length === 0 ? [] : [whyText(missing)]),
    ].join(' '),
  };
}

/** The day and the rate the page's currency was compared by; null when none was needed. */
export function comparedAt({ rate }: KnownPage): string | null {
  return rate === null ? null : t('card.rate', [rateText(rate), dateText(rate.asOf)]);
}

/** What the landed cost lacks, in words; empty when it lacks nothing. */
export function missingOfLanded({ deal: { landed } }: PageSizeLook): string {
  return gapText(landed?.missing ?? [], t);
}

function withoutNote(size: PageSizeLook): { readonly note?: string } {
  const gaps = missingOfLanded(size);
  return gaps === '' ? {} : { note: t('card.explain.without', [gaps]) };
}

function landedLines({ deal: { landed }, pagePrice }: PageSizeLook): readonly Input[] {
  if (landed === null) return line(t('card.explain.here'), pagePrice);
  const { price, fee, fixedFee, shipping, duty, total }: LandedCost = landed;
  const added = (label: string, amount: Money | null): readonly Input[] =>
    amount === null ? [[label, t('card.notKnown')]] : amount.minor === 0 ? [] : line(label, amount);
  return [
    ...line(t('card.explain.here'), price),
    ...added(t('card.explain.buyerFee'), fee),
    ...added(t('card.explain.fixedFee'), fixedFee),
    ...added(t('card.explain.shipping'), shipping),
    ...added(t('card.explain.duty'), duty),
    ...line(t('card.explain.landed'), total),
  ];
}
