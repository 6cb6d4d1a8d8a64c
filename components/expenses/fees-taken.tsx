import { IconReceiptRefund } from '@tabler/icons-react';
import { instant, MINUTE_MS } from '@/lib/domain/time/instant';
import { CHARGE_KINDS, type ChargeKind } from '@/lib/domain/sales/charges';
import { feesTaken, type FeesTakenPage } from '@/lib/queries/fees-taken';
import { ExpenseTabs } from '../bridge/expense-tabs';
import { FeeVariancePart } from '../bridge/fee-variance';
import { localOffset, periodChoice, periodOf } from '../bridge/local-time';
import { PeriodPicker } from '../bridge/period-picker';
import { platformText } from '../bridge/sale-platform';
import { useLive } from '../bridge/use-live';
import { useSetting } from '../bridge/use-setting';
import { countText, moneyText, monthText } from '../ui/format';
import { Screen, Section } from '../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import { useRoute } from '../ui/use-route';
import styles from './expenses.module.css';

const KIND_WORDS: Record<ChargeKind, () => string> = {
  commission: () => t('lines.commission'),
  sellerFee: () => t('lines.sellerFee'),
  processing: () => t('feesTaken.processing'),
  shipping: () => t('feesTaken.shipping'),
  advertising: () => t('feesTaken.advertising'),
  penalty: () => t('feesTaken.penalty'),
  feeTax: () => t('feesTaken.feeTax'),
  adjustment: () => t('feesTaken.adjustment'),
};

/** What platforms took of settled sales, by month; it is in the profit already, so nothing here can be changed or added. */
export function FeesTaken() {
  const { route, change } = useRoute();
  const [currency] = useSetting('displayCurrency');
  const [profile] = useSetting('feeProfile');
  const now = useNow(60 * MINUTE_MS);
  const choice = periodChoice(route.filter) ?? 'all';
  const period = periodOf(choice, instant(now), localOffset);
  const live = useLive(
    async (books) =>
      currency === null || profile === null
        ? null
        : feesTaken(books, { period, currency, profile, offsetAt: localOffset }),
    [currency, profile, choice, now],
  );
  const page = live.value;
  return (
    <Screen
      title={t('nav.expenses')}
      tools={
        <>
          <ExpenseTabs />
          <PeriodPicker value={choice} onChange={(next) => change({ filter: next === 'all' ? null : next }, 'quiet')} />
        </>
      }
    >
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state !== 'failed' && page === null ? <SkeletonRows /> : null}
      {page?.rows.length === 0 ? (
        <EmptyState icon={IconReceiptRefund} title={t('feesTaken.empty')} text={t('feesTaken.emptyText')} />
      ) : null}
      {page === null || page.rows.length === 0 ? null : <Taken page={page} />}
      <div className={styles['variance']}>
        <Section title={t('feeVariance.title')}>
          <FeeVariancePart />
        </Section>
      </div>
    </Screen>
  );
}

function Taken({ page }: { readonly page: FeesTakenPage }) {
  const kinds = CHARGE_KINDS.filter((kind) => page.rows.some((row) => row.kinds[kind] !== undefined));
  const left = [
    ...(page.unsettled === 0 ? [] : [t('feesTaken.unsettled', page.unsettled, [countText(page.unsettled)])]),
    ...(page.toldByProfile === 0
      ? []
      : [t('feesTaken.byProfile', page.toldByProfile, [countText(page.toldByProfile)])]),
    ...(page.missingRate === 0 ? [] : [t('totals.missingRate', page.missingRate, [countText(page.missingRate)])]),
  ];
  return (
    <>
      <p className={styles['note']}>
        {t('feesTaken.already', [moneyText(page.total, { cents: 'fixed' })])} {left.join(' ')}
      </p>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('expenses.feesTaken')}>
        <table className={`archvd-table ${styles['taken']}`} data-testid="fees-taken">
          <thead>
            <tr>
              <th scope="col">{t('feesTaken.month')}</th>
              <th scope="col">{t('feesTaken.sales')}</th>
              <th scope="col">{t('feesTaken.total')}</th>
              {kinds.map((kind) => (
                <th key={kind} scope="col">
                  {KIND_WORDS[kind]()}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <tr key={`${row.month}|${row.platform}`}>
                <th scope="row">
                  {monthText(row.month)} <span className="archvd-quiet">{platformText(row.platform)}</span>
                </th>
                <td className="archvd-figure">{countText(row.sales)}</td>
                <td className="archvd-figure archvd-strong">{moneyText(row.total, { cents: 'fixed' })}</td>
                {kinds.map((kind) => {
                  const amount = row.kinds[kind];
                  return (
                    <td key={kind} className="archvd-figure">
                      {amount === undefined ? '' : moneyText(amount, { cents: 'fixed' })}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
