import { NativeSelect, TextInput } from '@mantine/core';
import type { Recurrence } from '@/lib/domain/expenses/expense';
import { t } from '../ui/text';
import styles from './expenses.module.css';
import type { RecurringFields, RecurringProblems } from './recurring-draft';

const UNITS: Record<Recurrence['unit'], () => string> = {
  week: () => t('recurring.unitWeek'),
  month: () => t('recurring.unitMonth'),
  year: () => t('recurring.unitYear'),
};

interface RecurringWhenProps {
  readonly fields: RecurringFields;
  readonly problems: RecurringProblems;
  readonly onChange: (part: Partial<RecurringFields>) => void;
}

/** How often an expense comes, since when and until when. */
export function RecurringWhen({ fields, problems, onChange }: RecurringWhenProps) {
  return (
    <>
      <div className={styles['three']}>
        <TextInput
          label={t('recurring.every')}
          value={fields.count}
          inputMode="numeric"
          error={problems.count}
          onChange={(event) => onChange({ count: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label={t('recurring.unit')}
          value={fields.unit}
          onChange={({ currentTarget: { value } }) =>
            onChange({ unit: value === 'week' || value === 'year' ? value : 'month' })
          }
          data={Object.entries(UNITS).map(([value, words]) => ({ value, label: words() }))}
        />
      </div>
      <div className={styles['two']}>
        <TextInput
          type="date"
          label={t('recurring.startsOn')}
          value={fields.startsOn}
          error={problems.startsOn}
          onChange={(event) => onChange({ startsOn: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('recurring.endsOn')}
          description={t('recurring.endsHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={fields.endsOn}
          error={problems.endsOn}
          onChange={(event) => onChange({ endsOn: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
