import type { DealWay } from '@/lib/domain/deals/judge-deal';
import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import { money, type Money } from '@/lib/domain/money/money';
import type { KnownPage, PageSizeLook } from '@/lib/queries/page-look-up';
import { FactLines, type FactLine } from '../ui/fact-lines';
import { moneyText, percentText } from '../ui/format';
import { MoneyFigure, ProfitFigure, type Fix } from '../ui/money';
import { Pill } from '../ui/pill';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import {
  comparedAt,
  explainBreakEven,
  explainHere,
  explainLanded,
  explainMaxBuy,
  explainNet,
  explainProfit,
  missingOfLanded,
} from './page-explain';
import { marketLines } from './page-market-lines';
import { whyText } from './page-words';
import styles from './page.module.css';

export interface FiguresProps {
  readonly size: PageSizeLook;
  readonly found: KnownPage;
  readonly target: string;
  /** False: a used pair, which alias figures, being of new ones, are not held against. */
  readonly isNew: boolean;
  /** The shop's own price: what the shoe costs new. */
  readonly isRetail: boolean;
}

/** Buying here, the ways to sell, what it may cost, and what the seller has of it: what its card tells, and why. */
export function PageFigures({ size, found, target, isNew, isRetail }: FiguresProps) {
  const compared = comparedAt(found);
  return (
    <>
      {isNew ? <Verdict size={size} found={found} isRetail={isRetail} /> : null}
      <FactLines
        lines={[
          ...saleLines(size, found, isNew),
          ...(isNew ? limitLines(size, found, target) : []),
          ...marketLines(size, found),
        ]}
      />
      {compared === null ? null : <p className={styles['quiet']}>{compared}</p>}
    </>
  );
}

/** Does buying here make money? */
function Verdict({ size, found, isRetail }: Pick<FiguresProps, 'size' | 'found' | 'isRetail'>) {
  const { underAsk, landed } = size.deal;
  const gaps = missingOfLanded(size);
  const price = size.pagePrice === null ? null : moneyText(size.pagePrice);
  const isMore = landed !== null && landed.total.minor !== landed.price.minor;
  return (
    <div className={styles['verdict']}>
      <div>
        <div>
          {price === null ? t('card.buyHereNoPrice') : t(isRetail ? 'card.buyRetail' : 'card.buyHere', [price])}
        </div>
        {landed === null ? null : (
          <div className={styles['quiet']}>
            {isMore || gaps === '' ? (
              <>
                {t('thisPage.lands')} <MoneyFigure amount={landed.total} explain={explainLanded(size)} />
              </>
            ) : null}
            {gaps === '' ? null : (
              <a href={routeHref({ screen: 'settings', view: 'site-fees' })}>{t('card.landsWithout', [gaps])}</a>
            )}
          </div>
        )}
      </div>
      <div className={styles['profit']}>
        <ProfitFigure
          amount={underAsk.profit}
          {...unknown(whyOf(size, underAsk.missing))}
          explain={explainProfit(underAsk, size, found)}
          estimate={t('thisPage.estimate')}
        />
        <span className={styles['quiet']}>{roiText(underAsk) ?? t('card.profit')}</span>
      </div>
    </div>
  );
}

/** What each way to sell it brings. */
function saleLines(size: PageSizeLook, found: KnownPage, isNew: boolean): readonly FactLine[] {
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

interface NetProps extends Pick<FiguresProps, 'size' | 'found'> {
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
        {...unknown(missing)}
        explain={explainNet(way, found, how)}
        estimate={t('thisPage.estimate')}
      />
    </span>
  );
}

/** What it may cost here, and what it must sell for. */
function limitLines(size: PageSizeLook, found: KnownPage, target: string): readonly FactLine[] {
  const { maxBuy, maxBuyMissing, breakEven } = size.deal;
  return [
    [
      t('card.maxBuy', [target]),
      <MoneyFigure
        key="max"
        amount={maxBuy === null ? null : roundedDown(maxBuy)}
        {...unknown(whyOf(size, maxBuyMissing))}
        explain={explainMaxBuy(size, target)}
        estimate={t('thisPage.estimate')}
        cents="auto"
      />,
    ],
    [
      t('card.breakEven'),
      <MoneyFigure
        key="even"
        amount={breakEven.price}
        {...unknown(breakEven.missing)}
        explain={explainBreakEven(size, found)}
        estimate={t('thisPage.estimate')}
      />,
    ],
  ];
}

/** Whole units from ten on: a limit must not be told higher than it is. */
function roundedDown({ minor, currency }: Money): Money {
  const unit = minorPerUnit(currency);
  return money(minor < 10 * unit ? minor : Math.floor(minor / unit) * unit, currency);
}

function at(price: Money | null, known: 'card.sellAt' | 'card.offerAt' | 'card.hereAt', none: NoneKey): string {
  return price === null ? t(none) : t(known, [moneyText(price)]);
}

type NoneKey = 'card.sellNoAsk' | 'card.offerNone' | 'card.hereNoPrice';

function roiText({ roiBasisPoints }: DealWay): string | null {
  return roiBasisPoints === null ? null : t('card.roi', [percentText(roiBasisPoints / 10_000)]);
}

function whyOf({ usSize, candidates }: PageSizeLook, missing: readonly string[]): readonly string[] {
  if (usSize !== null) return missing;
  return [candidates.length > 0 ? 'size-foreign' : 'size'];
}

/** Why it is not known; a rate that is missing carries the way to set one. */
function unknown(missing: readonly string[]): { readonly unknown: string; readonly fix?: Fix } {
  const why = whyText(missing);
  if (!missing.includes('fx-rate')) return { unknown: why };
  const href = routeHref({ screen: 'settings', view: 'currency' });
  return { unknown: why, fix: { text: t('missing.rateShort'), href } };
}
