import { useState } from 'react';
import type { StockPage } from '@/lib/queries/stock-page';
import type { StockGroup } from '@/lib/queries/group-stock';
import { BarChart } from '../ui/charts/bar-chart';
import { Chips } from '../ui/chips';
import { countText } from '../ui/format';
import { routeHref } from '../ui/route';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import styles from './pnl.module.css';
import { TurnoverTable } from './turnover-table';
import { Unrealised } from './unrealised';
import type { PnlQuestion } from './use-pnl';

const MEASURES = ['pairs', 'cost', 'net'] as const;

type Measure = (typeof MEASURES)[number];

const WORDS: Record<Measure, () => string> = {
  pairs: () => t('pnl.measurePairs'),
  cost: () => t('pnl.measureCost'),
  net: () => t('pnl.measureNet'),
};

/** Brands drawn; the rest is in the inventory. */
const BRANDS = 10;

const OLDEST = '180';

/** Older than the bound of its group: 180 days and more. */
const OLD = ['older'];

/** What the stock would bring on each basis, and what it consists of. */
export function Stock({ page, question }: { readonly page: StockPage; readonly question: PnlQuestion }) {
  const { unrealised, byAge, byBrand, withoutProduct } = page;
  const [measure, setMeasure] = useState<Measure>('pairs');
  const pairs = byAge.reduce((sum, group) => sum + group.pairs, 0);
  const old = byAge.filter(({ key }) => OLD.includes(key)).reduce((sum, group) => sum + group.pairs, 0);
  const currency = byAge[0]?.cost.currency ?? 'USD';
  const charted = byAge.reduce((sum, group) => sum + countIn(group, measure), 0);
  const bars = (groups: readonly StockGroup[], labelOf: (key: string) => string) =>
    groups.map((group) => ({ id: group.key, label: labelOf(group.key), value: valueOf(group, measure) }));
  return (
    <>
      <Section title={t('pnl.unrealised')}>
        <Unrealised values={unrealised} />
        {withoutProduct === 0 ? null : (
          <p className={styles['note']}>
            {t('pnl.noProduct', withoutProduct, [countText(withoutProduct)])}{' '}
            <a href={routeHref({ screen: 'inventory' })}>{t('nav.inventory')}</a>
          </p>
        )}
      </Section>
      {pairs === 0 ? null : (
        <Section
          title={t('pnl.stockMade')}
          action={
            <Chips
              label={t('pnl.measure')}
              value={measure}
              onChange={setMeasure}
              choices={MEASURES.map((value) => ({ value, label: WORDS[value]() }))}
            />
          }
        >
          <div className={styles['pair']}>
            <BarChart
              title={t('pnl.stockAgeTitle', [countText(old), countText(pairs)])}
              measure={`${t('pnl.stockAge')}, ${WORDS[measure]()}`}
              bars={bars(byAge, ageText)}
              unit={measure === 'pairs' ? 'count' : currency}
              layout="rows"
              empty={t('pnl.stockEmpty')}
            />
            <BarChart
              title={t('pnl.stockBrandTitle', [brandText(byBrand[0]?.key ?? '')])}
              measure={`${t('pnl.stockBrand')}, ${WORDS[measure]()}`}
              bars={bars(byBrand.slice(0, BRANDS), brandText)}
              unit={measure === 'pairs' ? 'count' : currency}
              layout="rows"
              empty={t('pnl.stockEmpty')}
            />
          </div>
          {charted === pairs ? null : (
            <p className={styles['note']}>
              {t('pnl.stockLeft', pairs - charted, [countText(pairs - charted)])}{' '}
              {measure === 'cost' ? (
                <a href={routeHref({ screen: 'inventory', view: 'without-cost' })}>{t('today.fillCosts')}</a>
              ) : (
                t('pnl.missingPrice')
              )}
            </p>
          )}
        </Section>
      )}
      <TurnoverTable question={question} />
    </>
  );
}

function valueOf(group: StockGroup, measure: Measure): number {
  return measure === 'pairs' ? group.pairs : group[measure].minor;
}

function countIn(group: StockGroup, measure: Measure): number {
  if (measure === 'pairs') return group.pairs;
  return measure === 'cost' ? group.costed : group.valued;
}

function brandText(key: string): string {
  return key === '' ? t('pnl.noBrand') : key;
}

const LOWER: Readonly<Record<string, string>> = { '60': '31', '90': '61', '180': '91' };

function ageText(key: string): string {
  if (key === 'older') return t('pnl.ageOver', [OLDEST]);
  if (key === 'unknown') return t('pnl.ageUnknown');
  const from = LOWER[key];
  return t('pnl.ageBetween', [from ?? '0', key]);
}
