import type { ReactNode } from 'react';
import { salesMedian } from '@/lib/domain/market/sales-median';
import { sentimentOf, type Liquidity, type SpreadPosition } from '@/lib/domain/market/sentiment';
import type { Instant } from '@/lib/domain/time/instant';
import type { ProductPage, ProductSize } from '@/lib/queries/product-page';
import type { SizeHistory } from '@/lib/queries/size-history';
import { Explained } from '../ui/explained';
import { countText, percentText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import styles from './size.module.css';
import { explainPace, PaceCell, perWeekText, PriceCell, SpreadCell } from './matrix-cells';

interface SizeMoodProps {
  readonly row: ProductSize;
  readonly page: ProductPage;
  readonly history: SizeHistory;
  readonly now: Instant;
}

/** The figures of a size in a row, and in a sentence what buyers and sellers of it do. */
export function SizeMood({ row, page, history, now }: SizeMoodProps) {
  const { position, liquidity } = sentimentOf({
    figures: page.pricesReadAt === null ? row.price : (row.price ?? { lowestAsk: null, highestOffer: null }),
    salesRead: row.sold.readAt !== null,
    pace: row.sold.pace,
  });
  const cell = { row, page } as const;
  return (
    <>
      <dl className={styles['figures']}>
        <Fact label={t('market.ask')}>
          <PriceCell {...cell} what="lowestAsk" />
        </Fact>
        <Fact label={t('market.offer')}>
          <PriceCell {...cell} what="highestOffer" />
        </Fact>
        <Fact label={t('watch.spread')}>
          <SpreadCell {...cell} />
        </Fact>
        <Fact label={t('market.last')}>
          <PriceCell {...cell} what="lastSale" />
        </Fact>
        <Fact label={t('market.median')}>
          <Median history={history} now={now} />
        </Fact>
        <Fact label={t('market.indicator')}>
          <PriceCell {...cell} what="globalIndicator" />
        </Fact>
        <Fact label={t('market.perWeek')}>
          <PaceCell sold={row.sold} />
        </Fact>
      </dl>
      <p className={styles['mood']}>
        <span>{positionText(position)}</span>{' '}
        {liquidity.kind === 'known' ? (
          <Explained what={explainPace(liquidity.pace, row.sold.readAt)} estimated>
            {liquidityText(liquidity)}
          </Explained>
        ) : (
          <span>{liquidityText(liquidity)}</span>
        )}
      </p>
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Median({ history, now }: Pick<SizeMoodProps, 'history' | 'now'>) {
  const { median, sales, days } = salesMedian(history.sales, now);
  const unknown =
    history.salesReadAt === null ? t('market.salesUnread') : t('market.medianFew', [String(days), countText(sales)]);
  return (
    <MoneyFigure
      amount={median}
      unknown={unknown}
      explain={{
        formula: t('market.medianFormula', [String(days)]),
        inputs: [[t('market.paceSales'), countText(sales)]],
        source: t('market.salesSource'),
        at: history.salesReadAt,
        note: t('market.salesNote'),
      }}
    />
  );
}

/** Offers against the ask, in a sentence. */
function positionText(position: SpreadPosition): string {
  if (position.kind === 'unknown') {
    const why = {
      'never-read': t('market.lookUnread'),
      'no-ask': t('market.moodNoAsk'),
      'no-offer': t('market.moodNoOffer'),
      'two-currencies': t('watch.noSpread'),
    };
    return why[position.why];
  }
  const share = percentText(Math.abs(position.spread.basisPoints) / 10_000);
  const words = {
    crossed: t('market.moodCrossed'),
    close: t('market.moodClose', [share]),
    apart: t('market.moodApart', [share]),
    far: t('market.moodFar', [share]),
  };
  return words[position.word];
}

/** How often it sells, in words with the figure behind them. */
function liquidityText(liquidity: Liquidity): string {
  if (liquidity.kind === 'unknown')
    return liquidity.why === 'never-read' ? t('market.salesUnread') : t('market.tooFew');
  const words = {
    'several-a-day': t('market.sellsSeveral'),
    daily: t('market.sellsDaily'),
    'several-a-week': t('market.sellsWeekly'),
    weekly: t('market.sellsAWeek'),
    monthly: t('market.sellsMonthly'),
    rare: t('market.sellsRarely'),
  };
  return t('market.sells', [words[liquidity.word], perWeekText(liquidity.pace.perWeek)]);
}
