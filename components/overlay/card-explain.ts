import type { Money } from '@/lib/domain/money/money';
import { negate } from '@/lib/domain/money/arithmetic';
import { formatMoney } from '@/lib/domain/money/format-money';
import { moneyOf, type KnownLook, type SizeLook, type Way } from './card-model';
import { exactText, percentText, spanText, targetText } from './card-words';
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
      ...input(t('card.explain.here'), size.pagePrice),
      ...input(t('card.explain.profit'), way.profit),
      ...(roi === null ? [] : [[t('card.explain.roi'), percentText(roi)] as const]),
    ],
    note: t('card.explain.notIncluded'),
    at: look.readAt,
  };
}

/** Sold at the price that brings back what the page asks. */
export function explainBreakEven(size: SizeLook, look: KnownLook): Explanation {
  const { breakEven } = size.deal;
  return {
    formula: t('card.explain.breakEvenFormula'),
    inputs: [
      ...netLines(breakEven, look),
      ...input(t('card.explain.here'), size.pagePrice),
      ...input(t('card.explain.left'), breakEven.profit),
    ],
    note: `${t('card.explain.notIncluded')} ${t('card.explain.fees')}`,
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
    note: t('card.explain.notIncluded'),
    at: look.readAt,
  };
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
