import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import { money, type Money } from '@/lib/domain/money/money';
import type { KnownPage, PageSizeLook } from '@/lib/queries/page-look-up';
import { FactLines, type FactLine } from '../ui/fact-lines';
import { moneyText } from '../ui/format';
import { MoneyFigure, ProfitFigure } from '../ui/money';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import {
  comparedAt,
  explainBreakEven,
  explainLanded,
  explainMaxBuy,
  explainProfit,
  missingOfLanded,
} from './page-explain';
import { roiText, unknownProps, whyOf } from './page-gaps';
import { marketLines } from './page-market-lines';
import { wayLines } from './page-ways';
import styles from './page.module.css';

interface FiguresProps {
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
          ...wayLines(size, found, isNew),
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
          {...unknownProps(whyOf(size, underAsk.missing))}
          explain={explainProfit(underAsk, size, found)}
          estimate={t('thisPage.estimate')}
        />
        <span className={styles['quiet']}>{roiText(underAsk) ?? t('card.profit')}</span>
      </div>
    </div>
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
        {...unknownProps(whyOf(size, maxBuyMissing))}
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
        {...unknownProps(breakEven.missing)}
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
