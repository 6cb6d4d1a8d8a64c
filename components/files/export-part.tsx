import { Anchor, Button, NativeSelect } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Ledger } from '@/lib/domain/exports/ledger';
import { exportLedger } from '@/lib/queries/export-ledger';
import type { Valuation } from '@/lib/queries/valuation';
import { downloadFile } from '../bridge/download-file';
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
import { EXPORT_FORMATS, type ExportFormat } from './export-formats';
import { ExportLeftOut } from './export-left-out';
import { ExportOptions } from './export-options';
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
  const { sales, purchases, spending, receipts, leftOut } = ledger;
  const isEmpty = sales.length + purchases.length + spending.length + receipts.length === 0;
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

/** One file as it is, several as one archive. */
async function handOver(files: Awaited<ReturnType<ExportFormat['make']>>, name: string): Promise<void> {
  const [only, ...others] = files;
  if (only === undefined) return;
  if (others.length === 0) return downloadFile(only.name, only.type, only.content as Uint8Array<ArrayBuffer> | string);
  const { writeZip } = await import('@/lib/files/write-zip');
  const entries = files.map((file) => ({ name: file.name, bytes: file.content }));
  downloadFile(`${name}.zip`, 'application/zip', writeZip(entries, 0));
}
