import { Button } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { ask } from '../bridge/ask';
import { CatalogSearch } from '../bridge/catalog-search';
import { FormFrame } from '../bridge/form-frame';
import { offerUndo } from '../bridge/offer-undo';
import { useListPairs } from '../bridge/to-list';
import { useSetting } from '../bridge/use-setting';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { useTyped } from '../ui/unsaved';
import { AddFields } from './add-fields';
import { byHand, checkDraft, type DraftProblems } from './check-draft';
import { anotherOf, EMPTY_DRAFT, loadDraft, storeDraft, type AddDraft } from './draft';
import { PasteForm } from './paste-form';

export interface AddFormProps {
  /** What to begin with in place of what was typed before; null goes on with that. */
  readonly initial: Partial<AddDraft> | null;
  /** What bare amounts are in, where that is not the seller's own currency: `$120` fits every dollar. */
  readonly currency?: CurrencyCode | undefined;
  readonly onClose: () => void;
}

/** Adds pairs: find the product, choose sizes, say the cost. What is typed outlives the form until it is saved. */
export function AddForm({ initial, currency: given, onClose }: AddFormProps) {
  const keeps = initial === null;
  const [draft, setDraft] = useState<AddDraft>(() => (keeps ? loadDraft() : { ...EMPTY_DRAFT, ...initial }));
  const [problems, setProblems] = useState<DraftProblems>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [display] = useSetting('displayCurrency');
  const currency = given ?? display ?? 'USD';
  const listPairs = useListPairs();
  // Pairs of this sitting that are to be listed once it is over.
  const toList = useRef<readonly string[]>([]);
  useEffect(() => {
    if (keeps) storeDraft(draft);
  }, [keeps, draft]);
  const goOnWith = useTyped(keeps ? null : draft);
  const change = (part: Partial<AddDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setProblems({});
    setRefusal(null);
  };
  const checked = checkDraft(draft, currency);
  const described = draft.product !== null || draft.byHand;
  const save = async (more: boolean) => {
    if (!described || busy) return;
    if (!checked.ok) return setProblems(checked.problems);
    setBusy(true);
    const asked = await ask('pairs/add', { drafts: checked.pairs });
    setBusy(false);
    if (!asked.ok) return setRefusal(asked.message);
    const name = draft.product?.name ?? (draft.name.trim() || draft.code);
    offerUndo(t('add.saved', checked.count, [String(checked.count), name]), asked.value.ok ? asked.value.undoId : null);
    const next = more ? anotherOf(draft) : EMPTY_DRAFT;
    setDraft(next);
    if (keeps) storeDraft(next);
    else goOnWith(next);
    if (draft.thenList && draft.product !== null && asked.value.ok)
      toList.current = [...toList.current, ...asked.value.pairIds];
    if (!more && toList.current.length > 0) listPairs(toList.current);
    else if (!more) onClose();
    else document.querySelector<HTMLElement>('[data-testid="add-sizes"]')?.focus();
  };
  if (draft.paste !== null) {
    return <PasteForm text={draft.paste} currency={currency} onText={(paste) => change({ paste })} onClose={onClose} />;
  }
  return (
    <FormFrame
      label={t('add.title')}
      onSave={() => void save(false)}
      actions={
        described ? (
          <>
            <Button variant="subtle" color="gray" onClick={() => change(EMPTY_DRAFT)}>
              {t('add.discard')}
            </Button>
            <Button variant="default" onClick={() => void save(true)} disabled={busy}>
              {t('add.saveMore')}
            </Button>
            <Button onClick={() => void save(false)} loading={busy} title={t('add.keys')}>
              {checked.ok ? t('add.saveCount', checked.count, [String(checked.count)]) : t('add.save')}
            </Button>
          </>
        ) : (
          <>
            <Button variant="default" onClick={() => change(byHand(draft, draft.query))}>
              {t('add.manualBare')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconClipboardText size={16} aria-hidden="true" />}
              onClick={() => change({ paste: '' })}
            >
              {t('add.paste')}
            </Button>
          </>
        )
      }
    >
      {described ? (
        <AddFields draft={draft} problems={problems} currency={currency} onChange={change} />
      ) : (
        <CatalogSearch
          label={t('add.search')}
          labelled
          autoFocus
          initial={draft.query}
          onText={(query) => change({ query })}
          onPick={(product) => change({ product, byHand: false })}
          onByHand={(typed) => change(byHand(draft, typed))}
        />
      )}
      <ProblemText text={refusal} />
    </FormFrame>
  );
}
