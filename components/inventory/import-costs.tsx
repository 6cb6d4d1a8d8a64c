import { useRef, useState, type ReactNode } from 'react';
import type { MessageOutput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { ImportPreview } from './import-preview';

type Preview = Extract<MessageOutput<'ledger/preview'>, { ok: true }>['result'];

/** As much text as the background takes in one message. */
const MAX_CHARACTERS = 20_000_000;

interface Chosen {
  readonly fileName: string;
  readonly text: string;
  readonly preview: Preview;
}

export interface CostImport {
  /** Asks for a file. */
  readonly choose: () => void;
  /** Reading a file. */
  readonly busy: boolean;
  /** To be put on the screen: the file field and the preview. */
  readonly parts: ReactNode;
}

/** Reads a purchase ledger: shows what it would do first, then does it. */
export function useCostImport(): CostImport {
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [busy, setBusy] = useState(false);
  const look = async (file: File | undefined) => {
    if (input.current !== null) input.current.value = '';
    if (file === undefined) return;
    const text = await file.text();
    if (text.length > MAX_CHARACTERS) return toastProblem(t('import.tooLarge', [file.name]));
    setBusy(true);
    const asked = await ask('ledger/preview', { fileName: file.name, text });
    setBusy(false);
    if (!asked.ok) toastProblem(asked.message);
    else if (asked.value.ok) setChosen({ fileName: file.name, text, preview: asked.value.result });
  };
  const apply = async ({ fileName, text }: Chosen) => {
    setBusy(true);
    const asked = await ask('ledger/import', { fileName, text });
    setBusy(false);
    if (!asked.ok) return toastProblem(asked.message);
    setChosen(null);
    if (asked.value.ok) {
      const { filled, added } = asked.value.result;
      toast(t('import.result', [countText(filled), countText(added)]));
    }
  };
  const parts = (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label={t('import.file')}
        className="archvd-hidden"
        tabIndex={-1}
        onChange={(event) => void look(event.currentTarget.files?.[0])}
      />
      <ImportPreview
        fileName={chosen?.fileName ?? ''}
        preview={chosen?.preview ?? null}
        busy={busy}
        onApply={() => chosen !== null && void apply(chosen)}
        onClose={() => setChosen(null)}
      />
    </>
  );
  return { choose: () => input.current?.click(), busy: busy && chosen === null, parts };
}
