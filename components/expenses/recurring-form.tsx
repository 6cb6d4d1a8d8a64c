import { useState } from 'react';
import type { CalendarDate } from '@/lib/domain/time/instant';
import { SaveForm } from '../bridge/save-form';
import { calendarDayText, countText } from '../ui/format';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { useTyped } from '../ui/unsaved';
import { AmountFields } from './amount-fields';
import { tryChange } from './expense-commands';
import styles from './expenses.module.css';
import {
  checkRecurring,
  firstDue,
  type RecurringCheck,
  type RecurringFields,
  type RecurringProblems,
} from './recurring-draft';
import { RecurringWhen } from './recurring-when';
import { CategoryField, WordFields } from './word-fields';

interface RecurringFormProps {
  readonly initial: RecurringFields;
  /** What is changed; null: a new one. */
  readonly id: string | null;
  readonly today: CalendarDate;
  readonly suppliers: readonly string[];
  readonly onClose: () => void;
}

/** An expense that comes again: how much, how often, since when. */
export function RecurringForm({ initial, id, today, suppliers, onClose }: RecurringFormProps) {
  const [fields, setFields] = useState(initial);
  const [problems, setProblems] = useState<RecurringProblems>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const checked = checkRecurring(fields);
  useTyped(fields);
  const change = (part: Partial<RecurringFields>) => {
    setFields((before) => ({ ...before, ...part }));
    setProblems({});
    setRefusal(null);
  };
  const save = async () => {
    if (busy) return;
    if (!checked.ok) return setProblems(checked.problems);
    setBusy(true);
    const problem = await tryChange('recurring/save', { id, draft: checked.draft }, t('recurring.saved'));
    setBusy(false);
    if (problem === null) onClose();
    else setRefusal(problem);
  };
  return (
    <SaveForm
      label={id === null ? t('recurring.add') : t('recurring.edit')}
      onSave={() => void save()}
      onClose={onClose}
      busy={busy}
      testId="save-recurring"
    >
      <AmountFields fields={fields} problems={problems} onChange={change} />
      <CategoryField value={fields.category} onChange={(category) => change({ category })} />
      <WordFields supplier={fields.supplier} note={fields.note} suppliers={suppliers} onChange={change} />
      <RecurringWhen fields={fields} problems={problems} onChange={change} />
      <Outlook checked={checked} isNew={id === null} today={today} />
      <ProblemText text={refusal} />
    </SaveForm>
  );
}

interface OutlookProps {
  readonly checked: RecurringCheck;
  readonly isNew: boolean;
  readonly today: CalendarDate;
}

/** What saving would write down now, and when it comes next. */
function Outlook({ checked, isNew, today }: OutlookProps) {
  if (!checked.ok) return null;
  if (!isNew) return <p className={styles['quiet']}>{t('recurring.editHint')}</p>;
  const { days, nextOn } = firstDue(checked.draft, today);
  return (
    <p className={styles['preview']} role="status">
      {days.length === 0 ? '' : `${t('recurring.writesNow', days.length, [countText(days.length)])} `}
      {nextOn === null ? t('recurring.over') : t('recurring.next', [calendarDayText(nextOn)])}
    </p>
  );
}
