import type { KnownPage, PageSizeLook } from '@/lib/queries/page-look-up';
import { Explained, type Explanation } from '../ui/explained';
import type { FactLine } from '../ui/fact-lines';
import { countText, moneyText } from '../ui/format';
import { MoneyFigure, ProfitFigure, Unknown } from '../ui/money';
import { t } from '../ui/text';
import { whyText } from './page-words';

/** What sold, how fast, and what the seller has. */
export function marketLines(size: PageSizeLook, found: KnownPage): readonly FactLine[] {
  const { figures, pace, daysToSell, own, usSize } = size;
  const why = (reason: string) => whyText([usSize === null ? 'size' : reason]);
  return [
    [
      t('thisPage.lastSale'),
      <MoneyFigure
        key="sale"
        amount={figures?.lastSale ?? null}
        unknown={why(figures === null ? 'no-figures' : 'no-last-sale')}
        explain={explainSale(found)}
      />,
    ],
    [
      t('thisPage.pace'),
      pace === null ? (
        <Unknown key="pace" why={why('pace')} />
      ) : (
        <Explained key="pace" what={explainPace(size)} estimated>
          {t('card.perWeek', [paceText(pace.perWeek)])}
        </Explained>
      ),
    ],
    [
      t('thisPage.days'),
      daysToSell === null ? (
        <Unknown key="days" why={why(pace === null ? 'pace' : 'at-price')} />
      ) : (
        <Explained key="days" what={explainDays(size)} estimated>
          ~{countText(daysToSell.days)}
        </Explained>
      ),
    ],
    [t('thisPage.own'), ownText(own)],
    ...costLines(size),
  ];
}

function ownText({ count, listed, listedPrice }: PageSizeLook['own']): string {
  const all = countText(Math.max(count, listed));
  if (count + listed === 0) return t('card.ownNone');
  return listedPrice === null ? t('card.own', [all]) : t('card.ownListed', [all, moneyText(listedPrice)]);
}

/** Of the pair bought first: what it cost, the least it may go for, and what it brings now. */
function costLines({ own: { count, costs } }: PageSizeLook): readonly FactLine[] {
  if (costs === null || count === 0) return [];
  const unknown = whyText(costs.missing);
  return [
    [
      t('thisPage.ownCost'),
      <MoneyFigure
        key="cost"
        amount={costs.cost}
        unknown={whyText(['cost'])}
        explain={{ note: t('card.explain.ownCost') }}
      />,
    ],
    [
      t('thisPage.ownFloor'),
      <MoneyFigure key="floor" amount={costs.floor} unknown={unknown} explain={{ note: t('card.explain.ownFloor') }} />,
    ],
    [
      t('thisPage.ownProfit'),
      <ProfitFigure
        key="profit"
        amount={costs.profit}
        unknown={unknown}
        explain={{ note: t('card.explain.ownProfit') }}
        estimate={t('thisPage.estimate')}
      />,
    ],
  ];
}

/** `14`, `3.2`, `0.4` */
function paceText(perWeek: number): string {
  return perWeek >= 10 ? countText(Math.round(perWeek)) : String(Math.round(perWeek * 10) / 10);
}

function explainPace({ pace, salesReadAt }: PageSizeLook): Explanation {
  if (pace === null) return {};
  const days = pace.days < 10 ? String(Math.round(pace.days * 10) / 10) : countText(Math.round(pace.days));
  return { note: t('card.explain.pace', [countText(pace.sales), days]), at: salesReadAt };
}

function explainDays({ daysToSell, salesReadAt, deal }: PageSizeLook): Explanation {
  const { price } = deal.underAsk;
  if (daysToSell === null || price === null) return {};
  return { note: t('card.explain.days', [countText(daysToSell.atPrice), moneyText(price)]), at: salesReadAt };
}

/** A price the market itself tells. */
function explainSale({ readAt }: KnownPage): Explanation {
  return { note: t('card.explain.lastSale'), source: t('card.explain.market'), at: readAt };
}
