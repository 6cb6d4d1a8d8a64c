import { pageSizeText } from '@/lib/messaging/look-words';
import { moneyOf, netOf, type CardModel, type KnownLook, type SizeLook } from './card-model';
import { explainNet, explainProfit } from './card-explain';
import { exactText, glanceText, percentText } from './card-words';
import { Figure, ProfitFigure } from './figure';
import { t } from './text';

export interface SizeProps {
  readonly size: SizeLook;
  readonly look: KnownLook;
}

interface PickerProps {
  readonly look: KnownLook;
  readonly size: SizeLook | null;
  readonly onPick: (label: string) => void;
}

/** The size looked at, and what the seller has of it. */
export function SizeRow({ look, size, onPick }: PickerProps) {
  return (
    <div className="row middle">
      <select
        className="select"
        aria-label={t('card.size')}
        value={size?.label ?? ''}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        {size === null ? <option value="">{t('card.chooseSize')}</option> : null}
        {look.sizes.map((each) => (
          <option key={each.label} value={each.label}>
            {pageSizeText(each)}
          </option>
        ))}
      </select>
      <span className="end dim">{size === null || size.usSize === null ? null : ownText(size)}</span>
    </div>
  );
}

function ownText({ own }: SizeLook): string {
  const listed = moneyOf(own.listedPrice);
  if (own.count === 0 && own.listed === 0) return t('card.ownNone');
  if (listed === null) return t('card.own', [own.count]);
  return t('card.ownListed', [Math.max(own.count, own.listed), exactText(listed)]);
}

/** Does buying here make money? */
export function VerdictRow({ size, look, isRetail }: SizeProps & { readonly isRetail: boolean }) {
  const way = size.deal.underAsk;
  const here = moneyOf(size.pagePrice);
  const reasons = size.usSize === null ? ['size'] : way.missing;
  return (
    <div className="row verdict">
      <div>
        <div className="strong">
          {here === null
            ? t('card.buyHereNoPrice')
            : t(isRetail ? 'card.buyRetail' : 'card.buyHere', [exactText(here)])}
        </div>
        <div className="dim small">
          {t('card.aliasNetLabel')}{' '}
          <Figure amount={netOf(way)} why={reasons} explain={explainNet(way, look, 'ask')} estimated />
        </div>
      </div>
      <div className="end">
        <div className="big">
          <ProfitFigure amount={moneyOf(way.profit)} why={reasons} explain={explainProfit(way, size, look)} />
        </div>
        <div className="dim small figure">
          {way.roiBasisPoints === null ? t('card.profit') : t('card.roi', [percentText(way.roiBasisPoints)])}
        </div>
      </div>
    </div>
  );
}

/** Shown only when the seller lets pages show it. */
export function OwnPart({ size }: { readonly size: SizeLook }) {
  const { costs } = size.own;
  if (costs === null) return null;
  return (
    <div className="part">
      <div className="row">
        <span>
          <span className="dim">{t('card.ownCost')} </span>
          <Figure amount={moneyOf(costs.cost)} why={['cost']} explain={{ note: t('card.explain.ownCost') }} />
          <span className="dim"> · {t('card.ownFloor')} </span>
          <Figure amount={moneyOf(costs.floor)} why={costs.missing} explain={{ note: t('card.explain.ownFloor') }} />
        </span>
        <span className="end">
          <ProfitFigure
            amount={moneyOf(costs.profit)}
            why={costs.missing}
            explain={{ note: t('card.explain.ownProfit') }}
          />
        </span>
      </div>
    </div>
  );
}

/** The figure that matters in words, for the folded tab's name and for those who listen. */
export function verdictText({ verdict, size }: CardModel): string {
  const name = size === null ? '' : `${pageSizeText(size)}: `;
  switch (verdict.kind) {
    case 'profit':
      return `${name}${glanceText(verdict.profit, 'always')} ${TONES[verdict.tone]()}`;
    case 'net':
      return `${name}${t('card.net')} ${glanceText(verdict.net)}`;
    case 'choose-size':
      return t('card.chooseSize');
    case 'unknown':
      return `${name}${t('card.notKnown')}`;
  }
}

const TONES = { gain: () => t('card.gain'), loss: () => t('card.loss'), even: () => t('card.even') };
