import { explainHere, explainNet, explainProfit } from './card-explain';
import type { SizeProps } from './card-known';
import { moneyOf, netOf, type SizeLook } from './card-model';
import { exactText, percentText } from './card-words';
import { Figure, ProfitFigure } from './figure';
import { Icon } from './icon';
import { t } from './text';

/** The ways to sell it: two on alias, and on the page's own site. */
export function WaysPart({ size, look, isNew }: SizeProps & { readonly isNew: boolean }) {
  const { underAsk, intoOffer } = size.deal;
  const ask = moneyOf(underAsk.price);
  const offer = moneyOf(intoOffer.price);
  const why = (missing: readonly string[]) =>
    size.usSize === null ? ['size'] : missing.filter((reason) => reason !== 'page-price');
  return (
    <div className="part">
      <div className="row">
        <span>
          {ask === null ? t('card.sellNoAsk') : t('card.sellAt', [exactText(ask)])}
          <Best size={size} place="alias" />
        </span>
        <span className="end">
          <span className="dim">{t('card.net')} </span>
          <Figure
            amount={netOf(underAsk)}
            why={why(underAsk.missing)}
            explain={explainNet(underAsk, look, 'ask')}
            estimated
          />
        </span>
      </div>
      <div className="row">
        <span>{offer === null ? t('card.offerNone') : t('card.offerAt', [exactText(offer)])}</span>
        <span className="end">
          <span className="dim">{t('card.net')} </span>
          <Figure
            amount={netOf(intoOffer)}
            why={why(intoOffer.missing)}
            explain={explainNet(intoOffer, look, 'offer')}
            estimated
          />
        </span>
      </div>
      <OfferProfit size={size} look={look} />
      {isNew ? <HereRow size={size} look={look} /> : null}
    </div>
  );
}

/** What is left of buying here and selling to the offer; why there is nothing to tell, the lines above say. */
function OfferProfit({ size, look }: SizeProps) {
  const { intoOffer } = size.deal;
  const profit = moneyOf(intoOffer.profit);
  if (profit === null) return null;
  const roi = intoOffer.roiBasisPoints;
  return (
    <div className="row">
      <span className="dim">{t('card.offerProfit')}</span>
      <span className="end">
        <ProfitFigure amount={profit} why={intoOffer.missing} explain={explainProfit(intoOffer, size, look)} />
        {roi === null ? null : <span className="dim figure"> · {t('card.roi', [percentText(roi)])}</span>}
      </span>
    </div>
  );
}

/** Selling on the page's own site; not told where that is alias by another name, or a shop. */
function HereRow({ size, look }: SizeProps) {
  const { price, net, missing } = size.sellHere;
  if (missing.includes('sold-through-alias') || missing.includes('no-sellers')) return null;
  const at = moneyOf(price);
  const isMost = net !== null && missing.length > 0;
  return (
    <div className="row">
      <span>
        {at === null ? t('card.hereNoPrice') : t('card.hereAt', [exactText(at)])}
        <Best size={size} place="here" />
      </span>
      <span className="end">
        <span className="dim">{isMost ? t('card.netMost') : t('card.net')} </span>
        <Figure amount={moneyOf(net)} why={missing} explain={explainHere(size, look)} estimated />
      </span>
    </div>
  );
}

/** Where selling brings more, told by a word, a mark and a colour. */
function Best({ size, place }: { readonly size: SizeLook; readonly place: 'alias' | 'here' }) {
  if (size.best?.place !== place) return null;
  return (
    <span className="best" data-tone="gain">
      <Icon name="best" />
      {t('card.best')}
    </span>
  );
}
