import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import type { ExpenseDetail } from '@/lib/queries/expense-detail';
import { FormFrame } from '../bridge/form-frame';
import { moneyText } from '../ui/format';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { useTyped } from '../ui/unsaved';
import { useNow } from '../ui/use-now';
import { change as askChange, tryChange } from './expense-commands';
import { checkExpense, type ExpenseFields, type ExpenseProblems } from './expense-draft';
import styles from './expenses.module.css';
import { PaidFields, DrivenAmount } from './paid-fields';
import { PairShares } from './pair-shares';
import { ReceiptField } from './receipt-field';
import type { NewReceipt } from './receipt-file';
import { CategoryField, WordFields } from './word-fields';

interface ExpenseFormProps {
  readonly initial: ExpenseFields;
  /** What is changed; null: a new one. */
  readonly detail: ExpenseDetail | null;
  readonly suppliers: readonly string[];
  readonly onClose: () => void;
}

/** An expense in full: what was paid, for what, for which pairs, and the receipt of it. */
export function ExpenseForm({ initial, detail, suppliers, onClose }: ExpenseFormProps) {
  const now = useNow(MINUTE_MS);
  const [fields, setFields] = useState(initial);
  const [receipts, setReceipts] = useState<readonly NewReceipt[]>([]);
  const [problems, setProblems] = useState<ExpenseProblems>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const amountRow = useRef<HTMLDivElement>(null);
  const mileage = detail?.expense.mileage ?? null;
  const checked = checkExpense(fields, now);
  const isNew = detail === null;
  const goOnWith = useTyped([fields, receipts.length]);
  useEffect(() => {
    if (isNew) amountRow.current?.querySelector('input')?.focus();
  }, [isNew]);
  const change = (part: Partial<ExpenseFields>) => {
    setFields((before) => ({ ...before, ...part }));
    setProblems({});
    setRefusal(null);
  };
  const save = async (then: 'close' | 'another') => {
    if (busy) return;
    if (!checked.ok) return setProblems(checked.problems);
    setBusy(true);
    const { category, supplier, note, pairIds, split } = fields;
    const said = t('expenses.saved', [moneyText(checked.value.amount)]);
    const draft = { ...checked.value, category, supplier, note, pairIds: [...pairIds], split, mileage };
    const id = detail?.expense.id ?? null;
    const problem = await tryChange('expenses/save', { id, drafts: [draft], receipts: [...receipts] }, said);
    setBusy(false);
    if (problem !== null) setRefusal(problem);
    else if (then === 'close') onClose();
    else {
      // The next receipt of the pile is of the same day and often of the same shop.
      const next = { ...fields, amount: '', tax: '', note: '' };
      setFields(next);
      setReceipts([]);
      goOnWith([next, 0]);
      amountRow.current?.querySelector('input')?.focus();
    }
  };
  return (
    <FormFrame
      label={detail === null ? t('expenses.add') : t('expenses.edit')}
      onSave={() => void save('close')}
      actions={
        <>
          {detail === null ? null : <Remove id={detail.expense.id} onClose={onClose} />}
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          {detail === null ? (
            <Button variant="default" onClick={() => void save('another')} disabled={busy} data-testid="save-another">
              {t('expenses.saveAnother')}
            </Button>
          ) : null}
          <Button onClick={() => void save('close')} loading={busy} title={t('add.keys')} data-testid="save-expense">
            {t('action.save')}
          </Button>
        </>
      }
    >
      {mileage === null ? (
        <div ref={amountRow} className={styles['rows']}>
          <PaidFields fields={fields} problems={problems} onChange={change} />
        </div>
      ) : (
        <DrivenAmount mileage={mileage} amount={fields.amount} />
      )}
      <div className={styles['two']}>
        <TextInput
          type="date"
          label={t('expenses.day')}
          value={fields.day}
          error={problems.day}
          onChange={(event) => change({ day: event.currentTarget.value })}
        />
        {mileage === null ? (
          <CategoryField value={fields.category} onChange={(category) => change({ category })} />
        ) : null}
      </div>
      <WordFields supplier={fields.supplier} note={fields.note} suppliers={suppliers} onChange={change} />
      <ReceiptField
        kept={detail?.receipts ?? []}
        added={receipts}
        onAdd={(more) => setReceipts((before) => [...before, ...more].slice(0, 10))}
        onDrop={(place) => setReceipts((before) => before.filter((_, nth) => nth !== place))}
        onRemoveKept={(id) => void askChange('receipts/remove', { id }, t('expenses.receiptRemoved'))}
      />
      <PairShares
        pairIds={fields.pairIds}
        split={fields.split}
        amount={checked.ok ? checked.value.amount : null}
        onChange={change}
      />
      <ProblemText text={refusal} />
    </FormFrame>
  );
}

function Remove({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const remove = async () => {
    if (await askChange('expenses/remove', { ids: [id] }, t('expenses.removed', 1, ['1']))) onClose();
  };
  return (
    <Button variant="subtle" color="gray" mr="auto" onClick={() => void remove()}>
      {t('expenses.remove')}
    </Button>
  );
}
