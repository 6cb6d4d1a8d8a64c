import { writeWatchCsv } from '@/lib/files/write-watch-csv';
import type { WatchRow } from '@/lib/queries/watch-row';
import { t } from '../ui/text';
import { toast } from '../ui/toast';
import { saveTextFile } from './save-file';
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
  saveTextFile(name, text);
  toast(t('watch.exported', [name]));
}
