import { useState } from 'react';
import { isLedgerHead } from '@/lib/domain/inventory/ledger-csv';
import type { MessageOutput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { LedgerPreview } from './ledger-preview';

type Preview = Extract<MessageOutput<'ledger/preview'>, { ok: true }>['result'];

/** As much text as one message takes. */
const MAX_CHARACTERS = 20_000_000;
/** Headings are found within so much of a file. */
const HEAD = 4096;

/** Whether a file is a purchase ledger, which is told by its headings. */
export async function isLedger(file: Blob): Promise<boolean> {
  try {
    return isLedgerHead(await file.slice(0, HEAD).text());
  } catch {
    return false;
  }
}

export interface ChosenLedger {
  readonly fileName: string;
  readonly text: string;
  readonly preview: Preview;
}

/** What a ledger would do, once it was asked; null: told already why it cannot be. */
export async function previewLedger(fileName: string, file: Blob): Promise<ChosenLedger | null> {
  const text = await file.text();
  if (text.length > MAX_CHARACTERS) return (toastProblem(t('import.tooLarge', [fileName])), null);
  const asked = await ask('ledger/preview', { fileName, text });
  if (!asked.ok) return (toastProblem(asked.message), null);
  return asked.value.ok ? { fileName, text, preview: asked.value.result } : null;
}

/** A purchase ledger: what it would do first, then it is done. */
export function LedgerImport({ ledger, onClose }: { readonly ledger: ChosenLedger; readonly onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const { fileName, text, preview } = ledger;
  const apply = async () => {
    setBusy(true);
    const asked = await ask('ledger/import', { fileName, text });
    setBusy(false);
    if (!asked.ok) return toastProblem(asked.message);
    onClose();
    if (asked.value.ok) {
      const { filled, added } = asked.value.result;
      toast(t('import.result', [countText(filled), countText(added)]));
    }
  };
  return (
    <LedgerPreview fileName={fileName} preview={preview} busy={busy} onApply={() => void apply()} onClose={onClose} />
  );
}
