import { Button, Progress, Switch } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useState } from 'react';
import { taxYearOf } from '@/lib/domain/tax/tax-period';
import { readPack } from '@/lib/queries/tax-pack';
import type { TaxReading } from '@/lib/queries/tax-books';
import { useBridge } from '../bridge/bridge';
import { downloadFile } from '../bridge/download-file';
import { localOffset } from '../bridge/local-time';
import { useSetting } from '../bridge/use-setting';
import { useValuation } from '../bridge/use-valuation';
import { countText } from '../ui/format';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { useRoute } from '../ui/use-route';
import { PeriodSelect } from './period-select';
import styles from './tax.module.css';
import { usePeriod } from './use-period';

const CONTENTS = [
  () => t('tax.packFilePnl'),
  () => t('tax.packFileSales'),
  () => t('tax.packFilePurchases'),
  () => t('tax.packFileExpenses'),
  () => t('tax.packFileStock'),
  () => t('tax.packFileReports'),
  () => t('tax.packFileBook'),
  () => t('tax.packFileBank'),
  () => t('tax.packFileReceipts'),
  () => t('tax.packFileAssumptions'),
];

interface Done {
  readonly done: number;
  readonly of: number;
}

/** One file with everything of a year, for whoever makes the return. */
export function Pack({ reading }: { readonly reading: TaxReading }) {
  const { books } = useBridge();
  const { route } = useRoute();
  const valuation = useValuation();
  const [accounting] = useSetting('accounting');
  const { periods, period, choose } = usePeriod(reading, 'year', route.filter ?? '');
  const [withReceipts, setWithReceipts] = useState(true);
  const [progress, setProgress] = useState<Done | null>(null);
  const make = async () => {
    if (valuation === null || accounting === null) return;
    const { basis } = accounting;
    setProgress({ done: 0, of: 1 });
    try {
      const { buildPack } = await import('./pack/build-pack');
      const year = taxYearOf(period.from, reading.profile, localOffset);
      const data = await readPack(books, { reading, year, valuation, basis, withReceipts, offsetAt: localOffset });
      const pack = await buildPack(data, basis, localOffset, (done, of) => setProgress({ done, of }));
      const name = `archvd-year-${period.first}-${period.last}.zip`;
      downloadFile(name, 'application/zip', pack.bytes);
      toast(t('tax.packDone', [name, countText(pack.files)]));
    } catch (error) {
      toastProblem(t('state.errorText', [error instanceof Error ? error.message : String(error)]));
    } finally {
      setProgress(null);
    }
  };
  return (
    <div className={styles['column']}>
      <Section title={t('tax.tabPack')}>
        <p className={styles['quiet']}>{t('tax.packText')}</p>
        <div className={styles['tools']} style={{ marginTop: 12 }}>
          <PeriodSelect periods={periods} period={period} onChange={choose} />
          <Switch
            label={t('tax.packReceipts')}
            checked={withReceipts}
            onChange={(event) => setWithReceipts(event.currentTarget.checked)}
          />
          <Button
            leftSection={<IconFileZip size={16} aria-hidden="true" />}
            loading={progress !== null}
            disabled={valuation === null || accounting === null}
            onClick={() => void make()}
          >
            {t('tax.packMake')}
          </Button>
        </div>
        {progress === null ? null : (
          <div role="status">
            <Progress value={(100 * progress.done) / progress.of} aria-label={t('tax.packProgress')} />
            <p className={styles['quiet']}>{t('tax.packMaking', [countText(progress.done), countText(progress.of)])}</p>
          </div>
        )}
      </Section>
      <Section title={t('tax.packContents')}>
        <ul className={styles['bullets']}>
          {CONTENTS.map((words) => (
            <li key={words()}>{words()}</li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
