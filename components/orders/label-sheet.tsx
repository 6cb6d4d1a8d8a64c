import { Button } from '@mantine/core';
import { IconDownload, IconExternalLink, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { mergeLabels } from '@/lib/files/merge-labels';
import type { OrderRow } from '@/lib/queries/read-order-rows';
import { downloadFile } from '../bridge/download-file';
import { countText } from '../ui/format';
import { TaskDrawer } from '../ui/task-drawer';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { DropLabels } from './drop-labels';
import { sizeText } from './order-words';
import styles from './orders.module.css';
import { useLabels, type LabelLine, type LabelState } from './use-labels';

export interface LabelSheetProps {
  readonly rows: readonly OrderRow[];
  readonly onClose: () => void;
}

const STATES: Readonly<Record<LabelState, () => string>> = {
  waiting: () => t('labels.fetching'),
  fetching: () => t('labels.fetching'),
  ready: () => t('labels.ready'),
  'needs-permission': () => t('labels.needsPermission'),
  tab: () => t('labels.tab'),
  none: () => t('labels.none'),
  failed: () => t('labels.failed'),
  'no-pdf': () => t('labels.noPdf'),
};

/** Labels of several orders as one PDF: fetched where that is allowed, brought along by the seller where it is not. */
export function LabelSheet({ rows, onClose }: LabelSheetProps) {
  return (
    <TaskDrawer opened title={t('labels.title')} width={480} onClose={onClose} testId="label-sheet">
      <Sheet rows={rows} />
    </TaskDrawer>
  );
}

function Sheet({ rows }: Pick<LabelSheetProps, 'rows'>) {
  const labels = useLabels(rows);
  const [busy, setBusy] = useState(false);
  const count = labels.papers.length;
  const hosts = labels.lines.some(({ state }) => state === 'needs-permission' || state === 'failed');
  const elsewhere = labels.lines.filter(({ state }) => state === 'tab');
  const make = async (use: (bytes: Uint8Array<ArrayBuffer>) => void) => {
    // A button that is switched off meanwhile would lose the focus, and with it the keys of what it lies in.
    if (busy) return;
    setBusy(true);
    const merged = await mergeLabels(labels.papers, Date.now());
    setBusy(false);
    if (merged.unread.length > 0) toastProblem(t('labels.unread', [merged.unread.join(', ')]));
    if (merged.bytes === null) return;
    use(merged.bytes);
    toast(t('labels.made', merged.pages, [countText(merged.pages)]));
  };
  return (
    <div className={styles['sheet']}>
      <div className={`${styles['sheetBody']} archvd-scroll`}>
        <ul className={styles['labelLines']}>
          {labels.lines.map((line) => (
            <Line key={line.row.order.id} line={line} />
          ))}
          {labels.dropped.map(({ name }, nth) => (
            <li key={`${name}-${nth}`}>
              <span className="archvd-clip archvd-strong">{name}</span>
              <span className="archvd-quiet">{t('labels.brought')}</span>
            </li>
          ))}
        </ul>
        {hosts ? (
          <div className={styles['ask']}>
            <p>{t('labels.permission')}</p>
            <Button variant="default" size="compact-sm" onClick={labels.allow} data-testid="labels-allow">
              {t('labels.allow')}
            </Button>
          </div>
        ) : null}
        {elsewhere.length === 0 ? null : <p className="archvd-quiet">{t('labels.elsewhere')}</p>}
        <DropLabels onFiles={labels.drop} />
      </div>
      <footer className={styles['sheetActions']}>
        <span className="archvd-quiet" role="status">
          {t('labels.count', count, [countText(count)])}
        </span>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.6} />}
          disabled={count === 0 || labels.busy}
          aria-busy={busy}
          onClick={() => void make(print)}
        >
          {t('labels.print')}
        </Button>
        <Button
          leftSection={<IconDownload size={16} stroke={1.6} />}
          disabled={count === 0 || labels.busy}
          aria-busy={busy}
          onClick={() => void make((bytes) => downloadFile('labels.pdf', 'application/pdf', bytes))}
          data-testid="labels-download"
        >
          {t('labels.download')}
        </Button>
      </footer>
    </div>
  );
}

function Line({ line: { row, url, state } }: { readonly line: LabelLine }) {
  const isBad = state === 'failed' || state === 'no-pdf' || state === 'none';
  return (
    <li data-state={state}>
      <span className="archvd-clip">
        <strong>{row.order.orderNumber}</strong> {[sizeText(row), row.order.name].join(' · ')}
      </span>
      {state === 'tab' && url !== null ? (
        <a className={styles['link']} href={url} target="_blank" rel="noreferrer noopener">
          {t('labels.open')} <IconExternalLink size={13} stroke={1.6} aria-hidden="true" />
        </a>
      ) : (
        <span className={isBad ? styles['trouble'] : 'archvd-quiet'}>{STATES[state]()}</span>
      )}
    </li>
  );
}

/** The browser's own viewer prints; a page of ours would print itself around it. */
function print(bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  window.open(url, '_blank');
  // The viewer has read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
