import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { productsByCode } from '@/lib/queries/find-products';
import { ask } from '../bridge/ask';
import { FormFrame } from '../bridge/form-frame';
import { offerUndo } from '../bridge/offer-undo';
import { useLive } from '../bridge/use-live';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import type { PairsToAdd } from './check-draft';
import { EMPTY_DRAFT, storeDraft } from './draft';
import { codesOf, parsePaste, type PastedLine } from './parse-paste';
import { PastePreview } from './paste-preview';

export interface PasteFormProps {
  readonly text: string;
  readonly currency: CurrencyCode;
  /** null leaves the list for one pair at a time. */
  readonly onText: (text: string | null) => void;
  readonly onClose: () => void;
}

/** Many pairs as lines of text: each is shown as it would be added, or why it cannot be. */
export function PasteForm({ text, currency, onText, onClose }: PasteFormProps) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const codes = codesOf(text);
  const live = useLive((books) => productsByCode(books, codes), [codes.join(',')]);
  const lines = parsePaste(text, live.value ?? new Map(), currency);
  const good = lines.filter((line) => line.ok);
  const save = async () => {
    if (good.length === 0 || busy || live.state === 'loading') return;
    setBusy(true);
    const asked = await ask('pairs/add', { drafts: good.map(toDraft) });
    setBusy(false);
    if (!asked.ok) return setRefusal(asked.message);
    const count = t('pasteList.count', good.length, [String(good.length)]);
    offerUndo(t('pasteList.saved', [count]), asked.value.ok ? asked.value.undoId : null);
    storeDraft(EMPTY_DRAFT);
    // What could not be added stays, to be mended.
    const left = lines.flatMap((line) => (line.ok ? [] : [line.text]));
    onText(left.length === 0 ? null : left.join('\n'));
    if (left.length === 0) onClose();
  };
  return (
    <FormFrame
      label={t('pasteList.title')}
      onSave={() => void save()}
      actions={
        <>
          <Button variant="default" onClick={() => onText(null)}>
            {t('pasteList.one')}
          </Button>
          <Button onClick={() => void save()} loading={busy} disabled={good.length === 0} title={t('add.keys')}>
            {good.length === lines.length
              ? t('add.saveCount', good.length, [String(good.length)])
              : t('pasteList.addGood', good.length, [String(good.length)])}
          </Button>
        </>
      }
    >
      <Textarea
        label={t('pasteList.label')}
        placeholder={t('pasteList.hint')}
        autosize
        minRows={5}
        maxRows={14}
        maxLength={200_000}
        autoFocus
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setRefusal(null);
          onText(event.currentTarget.value);
        }}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      {lines.length === 0 ? null : <PastePreview lines={lines} />}
      <ProblemText text={refusal} />
    </FormFrame>
  );
}

function toDraft({ styleCode, product, size, cost }: Extract<PastedLine, { ok: true }>): PairsToAdd[number] {
  return {
    quantity: 1,
    catalogId: product?.catalogId ?? null,
    styleCode,
    name: product?.name ?? '',
    brand: product?.brand ?? '',
    size: { ...size },
    condition: 'new',
    packaging: 'good',
    cost,
    otherCosts: null,
    boughtAt: null,
    supplier: null,
    tags: [],
    note: '',
    location: null,
    photo: null,
  };
}
