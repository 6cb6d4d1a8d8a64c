import { ActionIcon, Button, FileButton } from '@mantine/core';
import { IconCamera, IconFileTypePdf, IconPaperclip, IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { DropPlace } from '../ui/drop-place';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import styles from './receipts.module.css';
import { readReceipt, type NewReceipt } from './receipt-file';
import { ReceiptViewer, type ShownReceipt } from './receipt-viewer';

interface ReceiptFieldProps {
  /** Those that are kept already. */
  readonly kept: readonly ShownReceipt[];
  /** Those that are kept with the next save. */
  readonly added: readonly NewReceipt[];
  readonly onAdd: (receipts: readonly NewReceipt[]) => void;
  /** Takes one of the new ones away. */
  readonly onDrop: (place: number) => void;
  readonly onRemoveKept: (id: string) => void;
}

/** Receipts: chosen, dropped, pasted, or taken with the camera. */
export function ReceiptField({ kept, added, onAdd, onDrop, onRemoveKept }: ReceiptFieldProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, setShown] = useState<ShownReceipt | null>(null);
  const take = async (files: readonly File[]) => {
    setProblem(null);
    const read = await Promise.all(files.map(readReceipt));
    const refused = read.find((each) => !each.ok);
    if (refused?.ok === false) setProblem(refused.why);
    onAdd(read.flatMap((each) => (each.ok ? [each.receipt] : [])));
  };
  usePastedFiles((files) => void take(files));
  const listed = [
    ...kept.map((receipt) => ({ receipt, onRemove: () => onRemoveKept(receipt.id) })),
    ...added.map((receipt, place) => ({ receipt: { ...receipt, id: `new-${place}` }, onRemove: () => onDrop(place) })),
  ];
  return (
    <section aria-label={t('expenses.receipts')}>
      <DropPlace onFiles={(files) => void take(files)}>
        <span className={styles['hint']}>{t('expenses.dropReceipt')}</span>
        <span className={styles['buttons']}>
          <FileButton
            multiple
            accept="image/*,application/pdf"
            onChange={(files) => void take(files)}
            inputProps={{ 'data-testid': 'receipt-file', 'aria-label': t('expenses.chooseReceipt') } as object}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                size="compact-sm"
                leftSection={<IconPaperclip size={14} aria-hidden="true" />}
              >
                {t('expenses.chooseReceipt')}
              </Button>
            )}
          </FileButton>
          <FileButton accept="image/*" capture="environment" onChange={(file) => file !== null && void take([file])}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                size="compact-sm"
                leftSection={<IconCamera size={14} aria-hidden="true" />}
              >
                {t('expenses.camera')}
              </Button>
            )}
          </FileButton>
        </span>
      </DropPlace>
      <ProblemText text={problem} />
      <ul className={styles['receipts']}>
        {listed.map(({ receipt, onRemove }) => (
          <li key={receipt.id}>
            <button
              type="button"
              onClick={() => setShown(receipt)}
              aria-label={t('expenses.openReceipt', [receipt.name])}
            >
              <Thumbnail receipt={receipt} />
              <span className="archvd-clip">{receipt.name}</span>
            </button>
            <ActionIcon onClick={onRemove} aria-label={t('expenses.removeReceipt', [receipt.name])}>
              <IconX size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <ReceiptViewer receipt={shown} onClose={() => setShown(null)} />
    </section>
  );
}

function Thumbnail({ receipt }: { readonly receipt: ShownReceipt }) {
  if (receipt.dataUrl.startsWith('data:image/')) return <img src={receipt.dataUrl} alt="" />;
  return (
    <span className={styles['icon']}>
      <IconFileTypePdf size={18} aria-hidden="true" />
    </span>
  );
}

/** Files pasted anywhere while the form is open, wherever the focus is. */
function usePastedFiles(onFiles: (files: readonly File[]) => void): void {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
}
