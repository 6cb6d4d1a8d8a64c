import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { DAY_MS } from '@/lib/domain/time/instant';
import type { ReleaseEntryRow } from '@/lib/queries/releases';
import { t } from '../ui/text';
import { releaseDay } from './release-words';
import styles from './releases.module.css';

interface ReleaseMonthProps {
  /** `2026-12` */
  readonly month: string;
  readonly today: string;
  readonly entries: readonly ReleaseEntryRow[];
  readonly onMonth: (month: string) => void;
  readonly onDay: (date: string) => void;
}

const title = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const MOST_OF_A_DAY = 3;

/** A month as a calendar, weeks from Monday. */
export function ReleaseMonth({ month, today, entries, onMonth, onDay }: ReleaseMonthProps) {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  return (
    <section aria-label={title.format(first)}>
      <div className={styles['monthTitle']}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('releases.before')}
          onClick={() => onMonth(shifted(month, -1))}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <h2 aria-live="polite">{title.format(first)}</h2>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('releases.after')}
          onClick={() => onMonth(shifted(month, 1))}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </div>
      <table className={styles['month']}>
        <thead>
          <tr>
            {weeksOf(month)[0]?.map((date) => (
              <th key={date} scope="col">
                {weekday.format(Date.parse(date))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <Day
                  key={date}
                  date={date}
                  month={month}
                  today={today}
                  entries={entries.filter(({ release }) => release.date === date)}
                  onDay={onDay}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DayProps {
  readonly date: string;
  readonly month: string;
  readonly today: string;
  readonly entries: readonly ReleaseEntryRow[];
  readonly onDay: (date: string) => void;
}

function Day({ date, month, today, entries, onDay }: DayProps) {
  const rest = entries.length - MOST_OF_A_DAY;
  return (
    <td data-other={!date.startsWith(month) || undefined} data-today={date === today || undefined}>
      <span className="archvd-figure">{Number(date.slice(8))}</span>
      {entries.length === 0 ? null : (
        <button
          type="button"
          onClick={() => onDay(date)}
          aria-label={t('releases.onDay', entries.length, [String(entries.length), releaseDay(date, today)])}
        >
          <span className={`${styles['tally']} archvd-figure`}>{entries.length}</span>
          {entries.slice(0, MOST_OF_A_DAY).map(({ release }) => (
            <span key={release.id} className="archvd-clip" data-reminds={release.remind || undefined}>
              {release.name}
            </span>
          ))}
          {rest > 0 ? <span className={styles['quiet']}>{t('releases.andMore', [String(rest)])}</span> : null}
        </button>
      )}
    </td>
  );
}

/** Whole weeks from Monday on that hold the month. */
function weeksOf(month: string): readonly (readonly string[])[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_MS;
  const weeks: string[][] = [];
  for (let at = monday; new Date(at).toISOString().slice(0, 7) <= month; at += 7 * DAY_MS)
    weeks.push(Array.from({ length: 7 }, (_, nth) => new Date(at + nth * DAY_MS).toISOString().slice(0, 10)));
  return weeks;
}

/** @example `shifted('2026-12', 1)` is `2027-01` */
function shifted(month: string, by: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
