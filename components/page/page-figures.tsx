import { Fragment } from 'react';
import { siteName, type SiteId } from '@/lib/domain/sites/site';
import type { KnownPage, PageSizeLook } from '@/lib/queries/page-look-up';
import { FactLines, type FactLine } from '../ui/fact-lines';
import { countText, moneyText } from '../ui/format';
import { MoneyFigure, ProfitFigure } from '../ui/money';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';
import { whyText } from './page-words';
import styles from './page.module.css';

interface FiguresProps {
  readonly size: PageSizeLook;
  readonly found: KnownPage;
  readonly site: SiteId;
}

/** Buying here, selling on alias or here, and what the seller has of it. */
export function PageFigures({ size, found, site }: FiguresProps) {
  const { deal, sellHere, best } = size;
  const way = deal.underAsk;
  const reasons = size.usSize === null ? ['size'] : way.missing;
  const roi = way.roiBasisPoints === null ? '' : ` · ${t('card.roi', [`${Math.round(way.roiBasisPoints / 100)} %`])}`;
  return (
    <>
      <div className={styles['verdict']}>
        <span>
          {size.pagePrice === null ? t('card.buyHereNoPrice') : t('card.buyHere', [moneyText(size.pagePrice)])}
        </span>
        <span>
          <ProfitFigure
            amount={way.profit}
            unknown={whyText(reasons)}
            explain={{
              formula: t('thisPage.formula'),
              inputs: inputsOf(size),
              source: found.schedule?.source ?? '',
              at: found.readAt,
            }}
          />
          <span className={styles['quiet']}>{roi}</span>
        </span>
      </div>
      <FactLines
        lines={[
          [
            t('thisPage.lands'),
            <MoneyFigure key="lands" amount={deal.landed?.total ?? null} unknown={whyText(['page-price'])} />,
          ],
          [
            t('thisPage.onAlias'),
            <Fragment key="alias">
              {best?.place === 'alias' ? <Pill tone="accent">{t('card.best')}</Pill> : null}{' '}
              <MoneyFigure amount={way.net} unknown={whyText(reasons)} estimate={t('thisPage.estimate')} />
            </Fragment>,
          ],
          [
            t('thisPage.here', [siteName(site)]),
            <Fragment key="here">
              {best?.place === 'here' ? <Pill tone="accent">{t('card.best')}</Pill> : null}{' '}
              <MoneyFigure
                amount={sellHere.net}
                unknown={whyText(sellHere.missing)}
                estimate={t('thisPage.estimate')}
              />
            </Fragment>,
          ],
          [t('thisPage.maxBuy'), <MoneyFigure key="max" amount={deal.maxBuy} unknown={whyText(deal.maxBuyMissing)} />],
          ...marketLines(size),
        ]}
      />
    </>
  );
}

function inputsOf({ pagePrice, deal }: PageSizeLook): (readonly [string, string])[] {
  const { net, price } = deal.underAsk;
  const lines = [
    [t('thisPage.price'), pagePrice],
    [t('thisPage.lands'), deal.landed?.total ?? null],
    [t('thisPage.sellAt'), price],
    [t('thisPage.onAlias'), net],
  ] as const;
  return lines.flatMap(([label, amount]) => (amount === null ? [] : [[label, moneyText(amount)] as const]));
}

/** What sold, how fast, and what the seller has. */
function marketLines({ figures, pace, daysToSell, own }: PageSizeLook): readonly FactLine[] {
  const owned = t('card.own', [countText(Math.max(own.count, own.listed))]);
  return [
    [
      t('thisPage.lastSale'),
      <MoneyFigure key="sale" amount={figures?.lastSale ?? null} unknown={whyText(['no-last-sale'])} />,
    ],
    [t('thisPage.pace'), pace === null ? whyText(['pace']) : t('card.perWeek', [countText(Math.round(pace.perWeek))])],
    [t('thisPage.days'), daysToSell === null ? whyText(['at-price']) : countText(daysToSell.days)],
    [
      t('thisPage.own'),
      own.count + own.listed === 0
        ? t('card.ownNone')
        : own.listedPrice === null
          ? owned
          : `${owned} · ${moneyText(own.listedPrice)}`,
    ],
    ...(own.costs === null || own.count === 0
      ? []
      : [
          [
            t('thisPage.ownCost'),
            <MoneyFigure key="cost" amount={own.costs.cost} unknown={whyText(['cost'])} />,
          ] as const,
        ]),
  ];
}
