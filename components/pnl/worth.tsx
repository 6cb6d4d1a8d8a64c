import { Button } from '@mantine/core';
import { IconCamera, IconDownload } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { StockWorth } from '@/lib/domain/pnl/stock-worth';
import { listValuations, type KeptValuation } from '@/lib/queries/valuations';
import { ask } from '../bridge/ask';
import { useLive } from '../bridge/use-live';
import { TimeChart } from '../ui/charts/time-chart';
import { calendarDayText, countText, moneyText } from '../ui/format';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { amountCell, exportTable, numberCell } from './export-table';
import { Part } from './part';
import styles from './pnl.module.css';
import { WorthBases } from './worth-bases';

interface WorthProps {
  readonly worth: StockWorth;
  readonly currency: CurrencyCode;
}

/** What the stock is worth today on four bases, and what it was worth on the days that were kept. */
export function Worth({ worth, currency }: WorthProps) {
  const kept = useLive((books) => listValuations(books, currency), [currency]);
  return (
    <Section
      title={t('pnl.worth')}
      action={
        <Button
          className={styles['tool'] ?? ''}
          variant="default"
          size="compact-sm"
          leftSection={<IconCamera size={14} />}
          onClick={() => void keepToday()}
        >
          {t('pnl.valueNow')}
        </Button>
      }
    >
      <WorthBases worth={worth} />
      <Part live={kept}>
        {({ rows, otherCurrency }) => (
          <>
            <OverDays rows={rows} currency={currency} />
            {otherCurrency === 0 ? null : (
              <p className={styles['note']}>{t('pnl.otherCurrency', otherCurrency, [countText(otherCurrency)])}</p>
            )}
          </>
        )}
      </Part>
    </Section>
  );
}

function OverDays({ rows, currency }: { readonly rows: readonly KeptValuation[]; readonly currency: CurrencyCode }) {
  const series = useMemo(() => {
    const points = (figure: 'atCost' | 'atAskNet' | 'lowerOfCostAndNet') =>
      rows.map((row) => ({ at: row.madeAt, value: row[figure].minor }));
    return [
      { id: 'cost', label: t('pnl.atCost'), points: points('atCost') },
      { id: 'ask', label: t('pnl.askNetShort'), points: points('atAskNet') },
      { id: 'lower', label: t('pnl.lowerShort'), points: points('lowerOfCostAndNet') },
    ];
  }, [rows]);
  const last = rows.at(-1);
  const title =
    last === undefined
      ? t('pnl.worthOverTime')
      : t('pnl.worthTitle', [moneyText(last.lowerOfCostAndNet, { cents: 'none' }), calendarDayText(last.day)]);
  return (
    <div className={`${styles['chart']} ${styles['below']}`}>
      <TimeChart title={title} series={series} unit={currency} empty={t('pnl.worthEmpty')} fromZero />
      {rows.length === 0 ? null : (
        <Button
          className={styles['tool'] ?? ''}
          variant="default"
          size="compact-sm"
          mt="sm"
          leftSection={<IconDownload size={14} />}
          onClick={() => exportDays(rows)}
        >
          {t('pnl.exportTable')}
        </Button>
      )}
    </div>
  );
}

async function keepToday(): Promise<void> {
  const asked = await ask('stock/value', {});
  if (!asked.ok) toastProblem(asked.message);
  else if (asked.value.ok) toast(t('pnl.valueKept', [calendarDayText(asked.value.day)]));
}

function exportDays(rows: readonly KeptValuation[]): void {
  exportTable(
    'stock-values',
    ['day', 'pairs', 'without_cost', 'at_cost', 'at_ask_net', 'at_offer_net', 'lower_of_cost_and_net', 'currency'],
    rows.map((row) => [
      row.day,
      numberCell(row.pairs),
      numberCell(row.withoutCost),
      amountCell(row.atCost),
      amountCell(row.atAskNet),
      amountCell(row.atOfferNet),
      amountCell(row.lowerOfCostAndNet),
      row.currency,
    ]),
  );
}
