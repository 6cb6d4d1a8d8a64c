import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { DAY_MS, instant, MINUTE_MS } from '@/lib/domain/time/instant';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { ProductPage } from '@/lib/queries/product-page';
import { sizeHistory, type SizeHistory } from '@/lib/queries/size-history';
import { useLive } from '../bridge/use-live';
import { useRegion } from '../bridge/use-region';
import { Age } from '../ui/age-text';
import { TimeChart } from '../ui/charts/time-chart';
import { Chips } from '../ui/chips';
import { whenText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { Section } from '../ui/screen';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import { priceTitle, salesTitle } from './chart-titles';
import { priceSeries, salesSeries } from './chart-series';
import styles from './market.module.css';
import type { Refresh } from './use-refresh';

const RANGES = ['30', '90', 'all'] as const;
type Range = (typeof RANGES)[number];

interface SizeHistorySectionProps {
  readonly page: ProductPage;
  readonly usSize: number;
  readonly refresh: Refresh;
}

/** What the chosen size has cost over time, and what it was sold for. */
export function SizeHistorySection({ page, usSize, refresh }: SizeHistorySectionProps) {
  const { product } = page;
  const regionId = useRegion();
  const now = useNow(5 * MINUTE_MS);
  const [range, setRange] = useState<Range>('30');
  const since = range === 'all' ? null : instant(now - Number(range) * DAY_MS);
  const live = useLive(
    async (books) =>
      regionId === undefined ? null : sizeHistory(books, { catalogId: product.catalogId, usSize, regionId, since }),
    [product.catalogId, usSize, String(regionId), since],
  );
  const allowed = product.allowedSizes.find((size) => size.usValue === usSize);
  const size = formatSize({ value: allowed?.value ?? usSize, system: product.sizeSystem }, product.sizeRun);
  const words = { '30': t('market.days30'), '90': t('pnl.days90'), all: t('market.allTime') };
  return (
    <Section
      title={size}
      action={
        <Chips
          label={t('market.range')}
          value={range}
          onChange={setRange}
          choices={RANGES.map((value) => ({ value, label: words[value] }))}
        />
      }
    >
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state !== 'failed' && live.value === null ? <SkeletonRows count={5} /> : null}
      {live.value === null ? null : (
        <>
          <Prices history={live.value} since={since} now={now} />
          <Sales history={live.value} now={now} refresh={refresh} />
        </>
      )}
    </Section>
  );
}

interface PartProps {
  readonly history: SizeHistory;
  readonly now: number;
}

function Prices({ history, since, now }: PartProps & { readonly since: number | null }) {
  const { series, unit } = useMemo(() => priceSeries(history), [history]);
  const first = history.prices[0]?.at ?? now;
  // What was read a moment ago may be younger than `now`, which moves every few minutes.
  const to = Math.max(now, history.prices.at(-1)?.at ?? now, history.pricesReadAt ?? now);
  const range = useMemo(() => ({ from: Math.max(since ?? 0, first), to }), [since, first, to]);
  return (
    <div className={styles['chart']}>
      <TimeChart
        title={priceTitle(series[0], range, unit)}
        series={series}
        unit={unit}
        shape="step"
        range={range}
        height={200}
        empty={t('market.noHistory')}
      />
    </div>
  );
}

/** Sales listed before the rest is unfolded. */
const SHOWN = 8;

function Sales({ history, now, refresh }: PartProps & { readonly refresh: Refresh }) {
  const { sales, salesReadAt } = history;
  const [all, setAll] = useState(false);
  const { series, unit } = useMemo(() => salesSeries(sales), [sales]);
  if (sales.length === 0) {
    return (
      <div className={styles['noSales']}>
        <span>{salesReadAt === null ? t('market.salesUnread') : t('market.noSales')}</span>
        {salesReadAt === null && refresh.connected === true ? (
          <Button variant="default" size="compact-sm" onClick={refresh.refresh} loading={refresh.busy}>
            {t('market.readSales')}
          </Button>
        ) : null}
      </div>
    );
  }
  const explain = { source: t('market.salesSource'), at: salesReadAt, note: t('market.salesNote') };
  return (
    <div className={styles['chart']}>
      {sales.length < 2 ? (
        <h3 className={styles['salesTitle']}>{salesTitle(sales)}</h3>
      ) : (
        <TimeChart title={salesTitle(sales)} series={series} unit={unit} height={120} empty={t('market.noSales')} />
      )}
      <ul className={styles['sales']} aria-label={t('market.recentSales')}>
        {(all ? sales : sales.slice(0, SHOWN)).map((sale) => (
          <li key={sale.id}>
            <span>{whenText(sale.purchasedAt, now)}</span>
            {sale.consigned === true ? <span className={styles['quiet']}>{t('market.consigned')}</span> : null}
            <MoneyFigure amount={sale.price} explain={explain} />
          </li>
        ))}
      </ul>
      <div className={styles['salesFoot']}>
        {salesReadAt === null ? null : (
          <span>
            {t('market.salesRead')} <Age at={salesReadAt} />
          </span>
        )}
        {sales.length > SHOWN ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? t('market.fewer') : t('market.allSales', [String(sales.length)])}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
