import type { DealWay } from '@/lib/domain/deals/judge-deal';
import type { Money } from '@/lib/domain/money/money';
import type { KnownPage, PageSizeLook } from '@/lib/queries/page-look-up';
import type { FactLine } from '../ui/fact-lines';
import { moneyText } from '../ui/format';
import { MoneyFigure, ProfitFigure } from '../ui/money';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';
import { explainHere, explainNet, explainProfit } from './page-explain';
import { roiText, unknownProps, whyOf } from './page-gaps';
import { whyText } from './page-words';
import styles from './page.module.css';

/** What each way to sell it brings. */
export function wayLines(size: PageSizeLook, found: KnownPage, isNew: boolean): readonly FactLine[] {
  const { underAsk, intoOffer } = size.deal;
  const { sellHere } = size;
  const hasHere = isNew && !sellHere.missing.some((gap) => gap === 'sold-through-alias' || gap === 'no-sellers');
  const isMost = sellHere.net !== null && sellHere.missing.length > 0;
  const offerRoi = roiText(intoOffer);
  return [
    [
      at(underAsk.price, 'card.sellAt', 'card.sellNoAsk'),
      <Net key="alias" size={size} way={underAsk} found={found} how="ask" />,
    ],
    [
      at(intoOffer.price, 'card.offerAt', 'card.offerNone'),
      <Net key="offer" size={size} way={intoOffer} found={found} how="offer" />,
    ],
    ...(intoOffer.profit === null
      ? []
      : [
          [
            t('card.offerProfit'),
            <span key="profit">
              <ProfitFigure
                amount={intoOffer.profit}
                explain={explainProfit(intoOffer, size, found)}
                estimate={t('thisPage.estimate')}
              />
              {offerRoi === null ? null : <span className={styles['quiet']}> · {offerRoi}</span>}
            </span>,
          ] as const,
        ]),
    ...(hasHere
      ? [
          [
            at(sellHere.price, 'card.hereAt', 'card.hereNoPrice'),
            <span key="here">
              {size.best?.place === 'here' ? <Pill tone="accent">{t('card.best')}</Pill> : null}{' '}
              <span className={styles['quiet']}>{isMost ? t('card.netMost') : t('card.net')}</span>{' '}
              <MoneyFigure
                amount={sellHere.net}
                unknown={whyText(sellHere.missing)}
                explain={explainHere(size)}
                estimate={t('thisPage.estimate')}
              />
            </span>,
          ] as const,
        ]
      : []),
  ];
}

interface NetProps {
  readonly size: PageSizeLook;
  readonly found: KnownPage;
  readonly way: DealWay;
  readonly how: 'ask' | 'offer';
}

function Net({ size, way, found, how }: NetProps) {
  const missing = whyOf(size, way.missing).filter((reason) => reason !== 'page-price');
  return (
    <span>
      {how === 'ask' && size.best?.place === 'alias' ? <Pill tone="accent">{t('card.best')}</Pill> : null}{' '}
      <span className={styles['quiet']}>{t('card.net')}</span>{' '}
      <MoneyFigure
        amount={way.net ?? way.lines?.net ?? null}
        {...unknownProps(missing)}
        explain={explainNet(way, found, how)}
        estimate={t('thisPage.estimate')}
      />
    </span>
  );
}

function at(price: Money | null, known: 'card.sellAt' | 'card.offerAt' | 'card.hereAt', none: NoneKey): string {
  return price === null ? t(none) : t(known, [moneyText(price)]);
}

type NoneKey = 'card.sellNoAsk' | 'card.offerNone' | 'card.hereNoPrice';
