import { IconBuildingStore } from '@tabler/icons-react';
import { useMemo } from 'react';
import { subtract } from '@/lib/domain/money/arithmetic';
import { platformSummaries, type PlatformSummary } from '@/lib/domain/tax/platform-summary';
import type { TaxReading } from '@/lib/queries/tax-books';
import { platformText } from '../bridge/sale-platform';
import { Chips } from '../ui/chips';
import { countText, moneyText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { Section } from '../ui/screen';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { PeriodSelect, taxPeriodText } from './period-select';
import { StatedGross } from './stated-gross';
import styles from './tax.module.css';
import { usePeriod } from './use-period';

const CADENCES = ['calendar-year', 'quarter'] as const;

type Cadence = (typeof CADENCES)[number];

interface PlatformsProps {
  readonly reading: TaxReading;
  readonly onProfile: (profile: TaxReading['profile']) => void;
}

/** From gross to what arrived, platform by platform: what forms of platforms must tally with. */
export function Platforms({ reading, onProfile }: PlatformsProps) {
  const { route, change } = useRoute();
  const filter = route.filter ?? '';
  const cadence: Cadence = CADENCES.find((each) => each === filter.split('~')[0]) ?? 'calendar-year';
  const { periods, period, choose } = usePeriod(reading, cadence, filter);
  const { settled, books } = reading;
  const rows = useMemo(() => platformSummaries(settled, books, period), [settled, books, period]);
  return (
    <div className={styles['column']}>
      <div className={styles['tools']}>
        <Chips<Cadence>
          label={t('tax.quarterOrYear')}
          value={cadence}
          onChange={(next) => change({ filter: next }, 'quiet')}
          choices={[
            { value: 'calendar-year', label: t('tax.calendarYear') },
            { value: 'quarter', label: t('tax.periodQuarter') },
          ]}
        />
        <PeriodSelect periods={periods} period={period} onChange={choose} />
      </div>
      <Section title={taxPeriodText(period)}>
        <p className={styles['quiet']}>{t('tax.platformsText')}</p>
        {rows.length === 0 ? (
          <EmptyState icon={IconBuildingStore} title={t('tax.platformsEmpty')} text={t('tax.platformsEmptyText')} />
        ) : (
          <Table rows={rows} />
        )}
        {reading.profile.country === 'US' && cadence === 'calendar-year' && rows.length > 0 ? (
          <StatedGross
            rows={rows}
            year={Number(period.first.slice(0, 4))}
            profile={reading.profile}
            onProfile={onProfile}
          />
        ) : null}
      </Section>
    </div>
  );
}

const HEADS = [
  () => t('tax.sales'),
  () => t('tax.gross'),
  () => t('tax.fees'),
  () => t('tax.labels'),
  () => t('tax.refunds'),
  () => t('tax.net'),
  () => t('tax.received'),
  () => t('tax.difference'),
] as const;

function Table({ rows }: { readonly rows: readonly PlatformSummary[] }) {
  return (
    <div className={styles['wide']}>
      <table className={`archvd-table ${styles['table']}`} data-testid="tax-platforms">
        <thead>
          <tr>
            <th scope="col">{t('tax.platform')}</th>
            {HEADS.map((head) => (
              <th key={head()} scope="col">
                {head()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.platform} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { readonly row: PlatformSummary }) {
  const { platform, sales, gross, fees, shipping, refunds, net, received, feesUnknown } = row;
  const formula = `${t('tax.gross')} − ${t('tax.fees')} − ${t('tax.labels')} − ${t('tax.refunds')}`;
  const inputs = [
    [t('tax.gross'), moneyText(gross, { cents: 'fixed' })],
    [t('tax.fees'), moneyText(fees, { cents: 'fixed' })],
    [t('tax.labels'), moneyText(shipping, { cents: 'fixed' })],
    [t('tax.refunds'), moneyText(refunds, { cents: 'fixed' })],
  ] as const;
  return (
    <tr>
      <th scope="row">
        {platformText(platform)}
        {feesUnknown === 0 ? null : (
          <div className={styles['quiet']}>{t('tax.feesUnknown', feesUnknown, [countText(feesUnknown)])}</div>
        )}
      </th>
      <td className="archvd-figure">{countText(sales)}</td>
      {[gross, fees, shipping, refunds].map((amount, nth) => (
        <td key={nth}>
          <MoneyFigure amount={amount} cents="fixed" />
        </td>
      ))}
      <td>
        <MoneyFigure amount={net} cents="fixed" explain={{ formula, inputs }} />
      </td>
      <td>
        <MoneyFigure amount={received} cents="fixed" />
      </td>
      <td>
        <MoneyFigure amount={subtract(received, net)} cents="fixed" />
      </td>
    </tr>
  );
}
