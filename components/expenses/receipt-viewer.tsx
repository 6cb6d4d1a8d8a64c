import { Button, Group, Modal } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { downloadFile } from '../bridge/download-file';
import { t } from '../ui/text';
import styles from './receipts.module.css';

export interface ShownReceipt {
  readonly id: string;
  readonly name: string;
  readonly dataUrl: string;
}

/** The form below would close with the picture: Mantine asks its windows in the order they were opened. */
const KEEPS_FORM = { 'data-mantine-stop-propagation': 'true' } as const;

interface ReceiptViewerProps {
  /** null: closed. */
  readonly receipt: ShownReceipt | null;
  readonly onClose: () => void;
}

/** A receipt in full: a picture here, a PDF in a tab of its own, where the browser shows it without running anything. */
export function ReceiptViewer({ receipt, onClose }: ReceiptViewerProps) {
  const [shown, setShown] = useState(receipt);
  if (receipt !== null && receipt !== shown) setShown(receipt);
  const url = useBlobUrl(receipt);
  useEscape(receipt === null ? null : onClose);
  const isPicture = shown?.dataUrl.startsWith('data:image/') ?? false;
  return (
    <Modal
      opened={receipt !== null}
      onClose={onClose}
      size="lg"
      title={shown?.name ?? ''}
      closeOnEscape={false}
      attributes={{ content: KEEPS_FORM }}
      closeButtonProps={{ 'aria-label': t('action.close'), ...KEEPS_FORM }}
    >
      {shown === null ? null : (
        <>
          {isPicture ? (
            <img className={styles['picture']} src={shown.dataUrl} alt={t('expenses.receiptOf', [shown.name])} />
          ) : (
            <p>{t('expenses.pdfText')}</p>
          )}
          <Group justify="flex-end" gap="sm" mt="md">
            <Button variant="default" onClick={() => save(shown)} {...KEEPS_FORM}>
              {t('expenses.saveReceipt')}
            </Button>
            {url === null ? null : (
              <Button component="a" href={url} target="_blank" rel="noopener" {...KEEPS_FORM}>
                {t('expenses.openInTab')}
              </Button>
            )}
          </Group>
        </>
      )}
    </Modal>
  );
}

/** null: nothing is open. */
function useEscape(onClose: (() => void) | null): void {
  const close = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose?.();
  });
  const isOpen = onClose !== null;
  useEffect(() => {
    if (!isOpen) return undefined;
    const listen = (event: KeyboardEvent) => close(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [isOpen]);
}

function save({ name, dataUrl }: ShownReceipt): void {
  const { type, bytes } = bytesOf(dataUrl);
  const ending = type === 'application/pdf' ? 'pdf' : type === 'image/png' ? 'png' : 'jpg';
  const plain = name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  downloadFile(`${plain}.${ending}`, type, bytes);
}

/** An address for a tab; a `data:` address may not be opened in one. */
function useBlobUrl(receipt: ShownReceipt | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  const dataUrl = receipt?.dataUrl ?? null;
  useEffect(() => {
    if (dataUrl === null) return undefined;
    const { type, bytes } = bytesOf(dataUrl);
    const made = URL.createObjectURL(new Blob([bytes], { type }));
    setUrl(made);
    return () => {
      setUrl(null);
      // A tab that was opened just now still reads it.
      setTimeout(() => URL.revokeObjectURL(made), 60_000);
    };
  }, [dataUrl]);
  return url;
}

/** The type is one of ours, whatever a restored row says: nothing else is handed to the browser. */
function bytesOf(dataUrl: string): { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> } {
  const [, named = ''] = /^data:([a-z/]+);base64,/.exec(dataUrl) ?? [];
  const type = ['image/jpeg', 'image/png', 'application/pdf'].includes(named) ? named : 'application/octet-stream';
  const text = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return { type, bytes: Uint8Array.from(text, (sign) => sign.codePointAt(0) ?? 0) };
}
