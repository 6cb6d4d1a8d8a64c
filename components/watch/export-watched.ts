import { writeWatchCsv } from '@/lib/files/write-watch-csv';
import type { WatchRow } from '@/lib/queries/watch-row';
import { downloadFile } from '../bridge/download-file';
import { t } from '../ui/text';
import { toast } from '../ui/toast';
import { nameOfWatched } from './watch-figures';

/** Saves the rows that are shown as a file that can be read back. */
export function exportWatched(rows: readonly WatchRow[], listName: string | null): void {
  const text = writeWatchCsv(
    rows.map((row) => ({
      code: row.product?.styleCode ?? row.product?.rawSku ?? row.item.catalogId,
      usSize: row.item.usSize,
      targetPrice: row.item.targetPrice,
      note: row.item.note,
      name: nameOfWatched(row),
    })),
  );
  const plain = (listName ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  const name = `archvd-watch${plain === '' ? '' : `-${plain}`}.csv`;
  downloadFile(name, 'text/csv;charset=utf-8', text);
  toast(t('watch.exported', [name]));
}
