import { NativeSelect } from '@mantine/core';
import { instant } from '@/lib/domain/time/instant';
import { localDate } from '@/lib/domain/time/local-date';
import { t } from '../ui/text';
import { daysOf, localOffset, PERIODS, periodChoice, periodOf, type PeriodChoice } from './local-time';
import styles from './period-picker.module.css';
import { periodText } from './period-words';

export interface PeriodPickerProps {
  readonly value: PeriodChoice;
  readonly onChange: (value: PeriodChoice) => void;
}

/** A time by its name, or from one day to another. */
export function PeriodPicker({ value, onChange }: PeriodPickerProps) {
  const typed = daysOf(value);
  const choose = (next: string) => {
    if (next === 'typed') onChange(asDays(value));
    else onChange(periodChoice(next) ?? '30');
  };
  const change = (first: string, last: string) => {
    const next = periodChoice(`${first}..${last}`);
    if (next !== null) onChange(next);
  };
  return (
    <div className={styles['picker']}>
      <NativeSelect
        size="xs"
        aria-label={t('pnl.period')}
        value={typed === null ? value : 'typed'}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          ...PERIODS.map((each) => ({ value: each, label: periodText(each) })),
          { value: 'typed', label: t('pnl.typed') },
        ]}
        styles={{ input: { height: 28, minHeight: 28, fontSize: 'var(--archvd-base)' } }}
      />
      {typed === null ? null : (
        <>
          <input
            type="date"
            className={styles['day']}
            aria-label={t('pnl.firstDay')}
            defaultValue={typed.first}
            max={typed.last}
            onChange={(event) => change(event.currentTarget.value, typed.last)}
          />
          <input
            type="date"
            className={styles['day']}
            aria-label={t('pnl.lastDay')}
            defaultValue={typed.last}
            min={typed.first}
            onChange={(event) => change(typed.first, event.currentTarget.value)}
          />
        </>
      )}
    </div>
  );
}

/** The days a named time means now, to go on from there. */
function asDays(choice: PeriodChoice): PeriodChoice {
  const period =
    periodOf(choice, instant(Date.now()), localOffset) ?? periodOf('year', instant(Date.now()), localOffset);
  if (period === null) return choice;
  return `${localDate(period.from, localOffset)}..${localDate(instant(period.to - 1), localOffset)}`;
}
