import { Switch, TextInput } from '@mantine/core';
import { weekdayText } from '../bridge/rule-scope-words';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import styles from './editor.module.css';
import type { RuleForm } from './rule-form';

/** A week begins on Monday. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];

/** When the rule counts. */
export function ScheduleFields({ form }: { readonly form: RuleForm }) {
  const { draft, change, problem } = form;
  const toggle = (day: number) =>
    change({
      weekdays: draft.weekdays.includes(day) ? draft.weekdays.filter((each) => each !== day) : [...draft.weekdays, day],
    });
  return (
    <fieldset className={styles['group']}>
      <legend>{t('ruleEdit.schedule')}</legend>
      <Switch
        label={t('ruleEdit.scheduled')}
        description={t('ruleEdit.scheduleHint')}
        checked={draft.scheduled}
        onChange={(event) => change({ scheduled: event.currentTarget.checked })}
      />
      {draft.scheduled ? (
        <>
          <div className={styles['days']} role="group" aria-label={t('ruleEdit.weekdays')}>
            {WEEK.map((day) => (
              <button key={day} type="button" aria-pressed={draft.weekdays.includes(day)} onClick={() => toggle(day)}>
                {weekdayText(day)}
              </button>
            ))}
          </div>
          <ProblemText text={problem('weekdays') ?? null} />
          <div className={styles['two']}>
            {(['from', 'to'] as const).map((field) => (
              <TextInput
                key={field}
                type="time"
                label={field === 'from' ? t('ruleEdit.from') : t('ruleEdit.to')}
                value={draft[field]}
                error={problem(field)}
                onChange={(event) => change({ [field]: event.currentTarget.value })}
              />
            ))}
          </div>
          <p className={styles['hint']}>{t('ruleEdit.toHint')}</p>
        </>
      ) : null}
    </fieldset>
  );
}
