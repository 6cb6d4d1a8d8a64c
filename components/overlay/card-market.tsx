import { explainBreakEven, explainDays, explainMarket, explainMaxBuy, explainPace } from './card-explain';
import type { SizeProps } from './card-known';
import { moneyOf, type SizeLook } from './card-model';
import { exactText, limitText, paceText, targetText } from './card-words';
import { Figure, Unknown } from './figure';
import { t } from './text';
import { Explained } from './tip';

/** How it sells, and what it may cost. */
export function MarketPart({ size, look, isNew }: SizeProps & { readonly isNew: boolean }) {
  const reasons = size.usSize === null ? ['size'] : null;
  const lastSale = moneyOf(size.figures?.lastSale ?? null);
  const noSale = size.figures === null ? 'no-figures' : 'no-last-sale';
  return (
    <div className="part">
      <div className="row">
        <span>
          <span className="dim">{t('card.lastSale')} </span>
          <Figure
            amount={lastSale}
            why={reasons ?? [noSale]}
            explain={explainMarket(t('card.explain.lastSale'), look)}
          />
          <span className="dim"> · </span>
          <Pace size={size} />
          <span className="dim"> · </span>
          <Days size={size} />
        </span>
      </div>
      {isNew ? <Limits size={size} look={look} reasons={reasons} /> : null}
    </div>
  );
}

/** What a new pair may cost here, and what it must sell for. */
function Limits({ size, look, reasons }: SizeProps & { readonly reasons: readonly string[] | null }) {
  return (
    <>
      <div className="row">
        <span>{t('card.maxBuy', [targetText(look.targetRoiBasisPoints)])}</span>
        <span className="end">
          <Figure
            amount={moneyOf(size.deal.maxBuy)}
            why={reasons ?? size.deal.maxBuyMissing}
            explain={explainMaxBuy(size, look)}
            text={limitText}
            estimated
          />
        </span>
      </div>
      <div className="row">
        <span>{t('card.breakEven')}</span>
        <span className="end">
          <Figure
            amount={moneyOf(size.deal.breakEven.price)}
            why={size.deal.breakEven.missing}
            explain={explainBreakEven(size, look)}
            text={exactText}
            estimated
          />
        </span>
      </div>
    </>
  );
}

function Pace({ size }: { readonly size: SizeLook }) {
  const { pace } = size;
  if (pace === null) {
    return (
      <>
        <span className="dim">{t('card.perWeekNone')} </span>
        <Unknown why={[size.usSize === null ? 'size' : 'pace']} />
      </>
    );
  }
  return (
    <Explained what={explainPace(size)}>
      <span className="figure strong">{t('card.perWeek', [paceText(pace.perWeek)])}</span>
    </Explained>
  );
}

function Days({ size }: { readonly size: SizeLook }) {
  const price = moneyOf(size.deal.underAsk.price);
  const { daysToSell } = size;
  if (size.pace === null || daysToSell === null || price === null) {
    return (
      <>
        <span className="dim">{t('card.daysToSellNone')} </span>
        <Unknown why={[size.usSize === null ? 'size' : size.pace === null ? 'pace' : 'at-price']} />
      </>
    );
  }
  const words = daysToSell.days === 1 ? t('card.daysToSellOne') : t('card.daysToSell', [daysToSell.days]);
  return (
    <Explained what={explainDays(size, price)} estimated>
      <span className="figure">
        <span className="about">~</span>
        {words}
      </span>
    </Explained>
  );
}
