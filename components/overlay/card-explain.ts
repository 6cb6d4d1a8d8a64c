import type { Money } from '@/lib/domain/money/money';
import { negate } from '@/lib/domain/money/arithmetic';
import { formatMoney } from '@/lib/domain/money/format-money';
import { moneyOf, type KnownLook, type SizeLook, type Way } from './card-model';
import { exactText, gapWords, percentText, spanText, targetText, whyText } from './card-words';
import { t } from './text';
import type { Explanation } from './tip';

/** How each figure of the card came about. */

type Input = readonly [label: string, value: string];

function input(label: string, amount: { readonly minor: number; readonly currency: string } | null): readonly Input[] {
  const known = moneyOf(amount);
  return known === null ? [] : [[label, formatMoney(known)]];
}

function less(label: string, amount: { readonly minor: number; readonly currency: string }): readonly Input[] {
  const known = moneyOf(amount);
  return known === null ? [] : input(label, negate(known));
}

function netLines({ lines, net }: Way, look: KnownLook): readonly Input[] {
  if (lines === null) return [];
  const { rate } = look;
  const converted = rate !== null && net !== null && net.currency !== lines.net.currency;
  return [
    ...input(t('card.explain.price'), lines.price),
    ...less(t('card.explain.commission'), lines.commission),
    ...less(t('card.explain.sellerFee'), lines.sellerFee),
    ...less(t('card.explain.cashOut'), lines.cashOut),
    ...input(t('card.explain.net'), lines.net),
    ...(converted ? [[t('card.explain.rate'), `1 ${rate.base} = ${rate.rateE8 / 1e8} ${rate.quote}`] as const] : []),
    ...(converted ? input(`${t('card.explain.net')} (${net.currency})`, net) : []),
  ];
}

export function explainNet(way: Way, look: KnownLook, how: 'ask' | 'offer'): Explanation {
  return {
    formula: t('card.explain.netFormula'),
    inputs: netLines(way, look),
    note: `${how === 'ask' ? t('card.explain.atAsk') : t('card.explain.atOffer')} ${t('card.explain.fees')}`,
    source: t('card.explain.feeSource'),
    at: look.readAt,
  };
}

export function explainProfit(way: Way, size: SizeLook, look: KnownLook): Explanation {
  const roi = way.roiBasisPoints;
  return {
    formula: t('card.explain.profitFormula'),
    inputs: [
      ...netLines(way, look),
      ...landedLines(size),
      ...input(t('card.explain.profit'), way.profit),
      ...(roi === null ? [] : [[t('card.explain.roi'), percentText(roi)] as const]),
    ],
    ...withNote(notIncluded(size)),
    at: look.readAt,
  };
}

/** Sold at the price that brings back what the page asks. */
export function explainBreakEven(size: SizeLook, look: KnownLook): Explanation {
  const { breakEven } = size.deal;
  return {
    formula: t('card.explain.breakEvenFormula'),
    inputs: [...netLines(breakEven, look), ...landedLines(size), ...input(t('card.explain.left'), breakEven.profit)],
    note: `${notIncluded(size)} ${t('card.explain.fees')}`.trim(),
    source: t('card.explain.feeSource'),
  };
}

export function explainMaxBuy(size: SizeLook, look: KnownLook): Explanation {
  return {
    formula: t('card.explain.maxFormula'),
    inputs: [
      ...input(t('card.explain.net'), size.deal.underAsk.net),
      [t('card.explain.target'), targetText(look.targetRoiBasisPoints)],
      ...input(t('card.maxBuy', [targetText(look.targetRoiBasisPoints)]), size.deal.maxBuy),
    ],
    ...withNote(notIncluded(size)),
    at: look.readAt,
  };
}

/** What the price becomes until the pair is here, line by line. */
export function explainLanded(size: SizeLook, look: KnownLook): Explanation {
  return {
    formula: t('card.explain.landedFormula'),
    inputs: landedLines(size),
    ...withNote(notIncluded(size)),
    source: sourceOf(look),
  };
}

/** What of a sale on the page's own site arrives, line by line, and how that stands to alias. */
export function explainHere({ sellHere, best, deal }: SizeLook, look: KnownLook): Explanation {
  const { price, lines, net, missing, basis } = sellHere;
  const unknown = t('card.notKnown');
  const taken = (label: string, amount: Parameters<typeof less>[1] | null): readonly Input[] =>
    amount === null ? [[label, unknown]] : less(label, amount);
  return {
    formula: t('card.explain.hereFormula'),
    inputs: [
      ...input(t('card.explain.price'), price),
      ...(lines === null
        ? []
        : [
            ...taken(t('card.explain.commission'), lines.commission),
            ...taken(t('card.explain.payment'), lines.payment),
            ...taken(t('card.explain.fixedFee'), lines.fixedFee),
            ...taken(t('card.explain.shipping'), lines.shipping),
          ]),
      ...input(t('card.explain.net'), net),
      ...input(t('card.explain.aliasNet'), deal.underAsk.net),
      ...(best === null
        ? []
        : input(t(best.place === 'here' ? 'card.explain.moreHere' : 'card.explain.moreAlias'), best.ahead)),
    ],
    note: [
      t(basis === 'page-price' ? 'card.explain.atPagePrice' : 'card.explain.underPageAsk'),
      ...(missing.length === 0 ? [] : [whyText(missing)]),
    ].join(' '),
    source: sourceOf(look),
    at: look.readAt,
  };
}

function landedLines({ deal: { landed }, pagePrice }: SizeLook): readonly Input[] {
  if (landed === null) return input(t('card.explain.here'), pagePrice);
  const { price, fee, fixedFee, shipping, duty, total } = landed;
  const line = (label: string, amount: { readonly minor: number; readonly currency: string } | null) =>
    amount === null ? [[label, t('card.notKnown')] as const] : amount.minor === 0 ? [] : input(label, amount);
  return [
    ...input(t('card.explain.here'), price),
    ...line(t('card.explain.buyerFee'), fee),
    ...line(t('card.explain.fixedFee'), fixedFee),
    ...line(t('card.explain.shipping'), shipping),
    ...line(t('card.explain.duty'), duty),
    ...input(t('card.explain.landed'), total),
  ];
}

/** What the landed cost lacks, in words; nothing when it lacks nothing. */
function notIncluded({ deal: { landed } }: SizeLook): string {
  const gaps = gapWords(landed?.missing ?? []);
  return gaps === '' ? '' : t('card.explain.without', [gaps]);
}

function withNote(note: string): { readonly note?: string } {
  return note === '' ? {} : { note };
}

/** Whose fees of the site these are. */
function sourceOf({ terms }: KnownLook): string {
  if (terms.isOwn) return t('card.explain.ownTerms');
  return terms.asOf === null ? terms.source : `${terms.source} (${terms.asOf})`;
}

/** A price the market itself tells. */
export function explainMarket(note: string, look: KnownLook): Explanation {
  return { note, source: t('card.explain.market'), at: look.readAt };
}

export function explainPace({ pace, salesReadAt }: SizeLook): Explanation {
  if (pace === null) return {};
  return { note: t('card.explain.pace', [pace.sales, spanText(pace.days)]), at: salesReadAt };
}

export function explainDays({ daysToSell, salesReadAt }: SizeLook, price: Money): Explanation {
  if (daysToSell === null) return {};
  return { note: t('card.explain.days', [daysToSell.atPrice, exactText(price)]), at: salesReadAt };
}
