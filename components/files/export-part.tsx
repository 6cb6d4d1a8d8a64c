import { Anchor, Button, NativeSelect } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Ledger } from '@/lib/domain/exports/ledger';
import { standingSales } from '@/lib/domain/exports/ledger-return';
import { exportLedger } from '@/lib/queries/export-ledger';
import type { Valuation } from '@/lib/queries/valuation';
import { localOffset, periodOf, type PeriodChoice } from '../bridge/local-time';
import { PeriodPicker } from '../bridge/period-picker';
import { useLive } from '../bridge/use-live';
import { useSetting } from '../bridge/use-setting';
import { useValuation } from '../bridge/use-valuation';
import { Chips } from '../ui/chips';
import { countText } from '../ui/format';
import { routeHref } from '../ui/route';
import { Section } from '../ui/screen';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import type { ExportFormat } from './export-format';
import { EXPORT_FORMATS } from './export-formats';
import { ExportLeftOut } from './export-left-out';
import { ExportOptions } from './export-options';
import { returnsText } from './export-words';
import { handOver } from './hand-over-files';
import styles from './exports.module.css';

/** Files out: which time, which program, what is in it, and then the file. */
export function ExportPart() {
  const valuation = useValuation();
  return valuation === null ? <SkeletonRows /> : <Exports valuation={valuation} />;
}

type Basis = 'accrual' | 'cash';

function Exports({ valuation }: { readonly valuation: Valuation }) {
  const [choice, setChoice] = useState<PeriodChoice>('last-quarter');
  const [basis, setBasis] = useState<Basis>('accrual');
  const [format, setFormat] = useState<ExportFormat>(EXPORT_FORMATS[0]!);
  const [tax] = useSetting('taxProfile');
  const live = useLive(
    async (books) =>
      tax === null
        ? null
        : exportLedger(books, {
            period: periodOf(choice, valuation.now, localOffset),
            basis,
            valuation,
            offsetAt: localOffset,
            tax,
          }),
    [choice, basis, valuation, tax],
  );
  return (
    <div className={styles['part']}>
      <Section title={t('exports.title')}>
        <p className={styles['note']}>{t('exports.text')}</p>
        <div className={styles['tools']}>
          <PeriodPicker value={choice} onChange={setChoice} />
          <Chips<Basis>
            label={t('exports.basis')}
            value={basis}
            onChange={setBasis}
            choices={[
              { value: 'accrual', label: t('exports.bySale') },
              { value: 'cash', label: t('exports.byPayment') },
            ]}
          />
        </div>
        <NativeSelect
          label={t('exports.format')}
          description={format.text()}
          inputWrapperOrder={['label', 'input', 'description']}
          value={format.id}
          onChange={({ currentTarget: { value } }) =>
            setFormat(EXPORT_FORMATS.find(({ id }) => id === value) ?? format)
          }
          data={EXPORT_FORMATS.map(({ id, title }) => ({ value: id, label: title() }))}
        />
        {live.state === 'failed' ? (
          <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
        ) : null}
        {live.state === 'loading' || (live.state === 'ready' && live.value === null) ? (
          <SkeletonRows count={3} />
        ) : null}
        {live.state === 'ready' && live.value !== null ? <Ready ledger={live.value} format={format} /> : null}
      </Section>
      <p className={styles['note']}>
        {t('exports.everything')}{' '}
        <Anchor href={routeHref({ screen: 'settings', view: 'data' })}>{t('exports.everythingLink')}</Anchor>
      </p>
    </div>
  );
}

function Ready({ ledger, format }: { readonly ledger: Ledger; readonly format: ExportFormat }) {
  const [settings, setSettings] = useSetting('exports');
  const [busy, setBusy] = useState(false);
  if (settings === null) return null;
  const { purchases, spending, receipts, returns, leftOut } = ledger;
  const sales = format.returns === 'booked' ? ledger.sales : standingSales(ledger);
  const isEmpty = [sales, purchases, spending, receipts, returns, ledger.writeOffs].every(({ length }) => length === 0);
  const save = async () => {
    setBusy(true);
    try {
      await handOver(await format.make(ledger, settings), `${format.id}-${ledger.from}-${ledger.to}`);
    } catch (error) {
      toastProblem(t('exports.failed', [error instanceof Error ? error.message : String(error)]));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <ExportOptions options={format.options} settings={settings} onChange={setSettings} />
      <p data-testid="export-counts">
        {isEmpty
          ? t('exports.empty')
          : t('exports.counts', [
              countText(sales.length),
              countText(purchases.length),
              countText(spending.length),
              countText(receipts.length),
            ])}
        {returns.length === 0 ? null : `, ${t('exports.countReturns', returns.length, [countText(returns.length)])}`}
      </p>
      <p className={styles['note']} data-testid="export-returns">
        {returnsText(format)}
      </p>
      <ExportLeftOut rows={leftOut} />
      <div>
        <Button
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          onClick={() => void save()}
          loading={busy}
          disabled={isEmpty}
          data-testid="export-save"
        >
          {t('exports.save')}
        </Button>
      </div>
    </>
  );
}
