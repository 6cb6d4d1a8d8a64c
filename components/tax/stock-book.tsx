import { Button } from '@mantine/core';
import { IconBook, IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { pairsToNumber, stockBook, type StockBookLine } from '@/lib/domain/tax/stock-book';
import type { TaxReading } from '@/lib/queries/tax-books';
import { ask } from '../bridge/ask';
import { downloadFile } from '../bridge/download-file';
import { localOffset } from '../bridge/local-time';
import { DataList } from '../ui/data-list';
import { countText } from '../ui/format';
import { SearchBox } from '../ui/search-box';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { useRoute } from '../ui/use-route';
import { stockBookCsv } from './pack/report-csv';
import { bookColumns, BookCompact } from './stock-book-columns';
import styles from './tax.module.css';

/** The stock book of the margin scheme: every pair with the headings a tax office asks for. */
export function StockBook({ reading }: { readonly reading: TaxReading }) {
  const { route, change } = useRoute();
  const { settled, books, numbers, profile } = reading;
  const lines = useMemo(
    () => stockBook(settled, books.pairs, numbers, profile, localOffset),
    [settled, books, numbers, profile],
  );
  const shown = useMemo(() => lines.filter((line) => matches(line, route.query)), [lines, route.query]);
  const gaps = lines.filter((line) => line.gaps.some((gap) => gap !== 'number')).length;
  const columns = useMemo(() => bookColumns(), []);
  if (lines.length === 0)
    return (
      <div>
        <EmptyState icon={IconBook} title={t('tax.bookEmpty')} text={t('tax.bookEmptyText')} />
        {profile.country === 'GB' ? <p className={styles['bookNote']}>{t('tax.bookText')}</p> : null}
      </div>
    );
  const save = () => {
    const name = 'archvd-stock-book.csv';
    downloadFile(name, 'text/csv;charset=utf-8', stockBookCsv(shown));
    toast(t('tax.saveDone', [name]));
  };
  return (
    <div className={styles['book']}>
      <div className={styles['tools']}>
        <SearchBox label={t('tax.bookSearch')} value={route.query} onChange={(query) => change({ query }, 'quiet')} />
        <span className={styles['quiet']}>
          {t('tax.bookCount', shown.length, [countText(shown.length)])}
          {gaps === 0 ? '' : `, ${t('tax.bookGaps', gaps, [countText(gaps)])}`}
        </span>
        <NumberButton lines={lines} />
        <Button
          variant="default"
          size="compact-sm"
          h={28}
          leftSection={<IconDownload size={14} aria-hidden="true" />}
          onClick={save}
        >
          {t('tax.csv')}
        </Button>
      </div>
      <DataList<StockBookLine>
        label={t('tax.tabStockBook')}
        total={shown.length}
        offset={0}
        rows={shown}
        keyOf={({ pair }) => pair.id}
        columns={columns}
        renderCompact={(line) => <BookCompact line={line} />}
        tableFrom={900}
        minWidth={1132}
        listKey={route.query}
      />
    </div>
  );
}

function NumberButton({ lines }: { readonly lines: readonly StockBookLine[] }) {
  const [busy, setBusy] = useState(false);
  const missing = pairsToNumber(lines).length;
  if (missing === 0) return null;
  const give = async () => {
    setBusy(true);
    const asked = await ask('tax/number-stock', {});
    setBusy(false);
    if (!asked.ok) return toastProblem(asked.message);
    if (!asked.value.ok) return;
    const { numbered, last } = asked.value;
    toast(t('tax.numberGiven', numbered, [countText(numbered), countText(last)]));
  };
  return (
    <Button size="compact-sm" h={28} loading={busy} title={t('tax.numberHint')} onClick={() => void give()}>
      {t('tax.numberGive', missing, [countText(missing)])}
    </Button>
  );
}

function matches({ bought, sold, number }: StockBookLine, query: string): boolean {
  const words = query.trim().toLowerCase();
  if (words === '') return true;
  const texts = [bought.description, bought.seller, bought.invoice, sold?.buyer, sold?.invoice];
  return String(number) === words || texts.some((each) => each?.toLowerCase().includes(words) ?? false);
}
