import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PairStory } from '@/lib/queries/pair-story';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { SaveForm } from '../bridge/save-form';
import { useForm } from '../bridge/use-form';
import { useSetting } from '../bridge/use-setting';
import { pairStatusText } from '../bridge/words';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { toast } from '../ui/toast';
import styles from './add.module.css';
import { AmountInput } from '../bridge/amount-input';
import { checkEdit, fieldsOf, type EditFields, type EditProblems } from './edit-fields';
import { MoreFields } from './more-fields';

export interface EditFormProps {
  readonly story: PairStory;
  readonly onClose: () => void;
}

/** Everything the seller may say of one pair. */
export function EditForm({ story: { pair, product, toldByAlias }, onClose }: EditFormProps) {
  const { fields, problems, refusal, busy, change, setProblems, send } = useForm<EditFields, EditProblems>(() =>
    fieldsOf(pair),
  );
  const [before] = useState(fields);
  const [display] = useSetting('displayCurrency');
  const currency = pair.cost?.currency ?? display ?? 'USD';
  const save = async () => {
    const checked = checkEdit(before, fields, { product, currency });
    if (!checked.ok) return setProblems(checked.problems);
    const { changes } = checked;
    if (Object.keys(changes).length === 0) return onClose();
    const saved = await send(() => ask('pairs/edit', { pairIds: [pair.id], changes }));
    if (saved === null) return;
    if (saved.ok && saved.changed > 0) offerUndo(t('editPair.saved', [pair.name]), saved.undoId);
    if (saved.ok && saved.kept > 0) toast(t('editPair.kept'));
    onClose();
  };
  return (
    <SaveForm label={t('editPair.title')} onSave={() => void save()} onClose={onClose} busy={busy}>
      <TextInput
        label={t('add.name')}
        value={fields.name}
        maxLength={200}
        autoFocus
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      {toldByAlias ? <p className={styles['hint']}>{t('editPair.fromAlias')}</p> : null}
      <div className={styles['two']}>
        <TextInput
          label={t('add.brand')}
          value={fields.brand}
          maxLength={80}
          onChange={(event) => change({ brand: event.currentTarget.value })}
        />
        <TextInput
          label={t('add.code')}
          value={fields.code}
          maxLength={80}
          disabled={toldByAlias}
          onChange={(event) => change({ code: event.currentTarget.value })}
        />
      </div>
      <div className={styles['two']}>
        <TextInput
          label={t('column.size')}
          value={fields.size}
          error={problems.size}
          disabled={toldByAlias}
          onChange={(event) => change({ size: event.currentTarget.value })}
        />
        <StatusSelect fields={fields} status={pair.status} toldByAlias={toldByAlias} onChange={change} />
      </div>
      <div className={styles['two']}>
        <AmountInput
          label={t('column.cost')}
          value={fields.cost}
          currency={currency}
          problem={problems.cost}
          onChange={(cost) => change({ cost })}
        />
        <AmountInput
          label={t('lines.otherCosts')}
          hint={t('add.otherHint')}
          value={fields.otherCosts}
          currency={currency}
          problem={problems.otherCosts}
          onChange={(otherCosts) => change({ otherCosts })}
        />
      </div>
      <MoreFields values={fields} boughtProblem={problems.bought} toldByAlias={toldByAlias} onChange={change} />
      <ProblemText text={refusal} />
    </SaveForm>
  );
}

interface StatusSelectProps {
  readonly fields: EditFields;
  readonly status: PairStory['pair']['status'];
  readonly toldByAlias: boolean;
  readonly onChange: (part: Partial<EditFields>) => void;
}

/** `sold` and `listed` come from sales and listings, so they are shown and not offered. */
function StatusSelect({ fields, status, toldByAlias, onChange }: StatusSelectProps) {
  const own = ['in-stock', 'returned', 'consigned', 'written-off'] as const;
  const offered = own.filter((each) => !(each === 'in-stock' && toldByAlias && status !== 'in-stock'));
  const data = [...new Set([status, ...offered])].map((value) => ({ value, label: pairStatusText(value) }));
  return (
    <NativeSelect
      label={t('editPair.status')}
      data={data}
      value={fields.status}
      disabled={status === 'sold'}
      onChange={(event) => onChange({ status: event.currentTarget.value })}
    />
  );
}
