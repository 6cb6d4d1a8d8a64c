import { useEffect, useRef } from 'react';
import type { ReleaseEntryRow } from '@/lib/queries/releases';
import { ReleaseItem } from './release-item';
import { daysUntil, releaseDay } from './release-words';
import styles from './releases.module.css';
import type { ShownReleases } from './use-releases';

interface ReleaseListProps extends ShownReleases {
  readonly today: string;
  readonly onEdit: (entry: ReleaseEntryRow) => void;
}

/** Releases day by day. */
export function ReleaseList({ entries, resale, today, named, onEdit }: ReleaseListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (named !== null) list.current?.querySelector('[data-named]')?.scrollIntoView({ block: 'center' });
  }, [named, entries.length]);
  return (
    <div ref={list}>
      {byDay(entries).map(([date, ofDay]) => (
        <section key={date} className={styles['day']} aria-label={releaseDay(date, today)}>
          <h2 className={styles['dayTitle']}>
            {releaseDay(date, today)} <span className={styles['quiet']}>{daysUntil(date, today)}</span>
          </h2>
          <ul className={styles['list']}>
            {ofDay.map((entry) => (
              <ReleaseItem
                key={entry.release.id}
                entry={entry}
                resale={resale.get(entry.release.id)}
                isOut={date <= today}
                isNamed={entry.release.id === named}
                onEdit={() => onEdit(entry)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function byDay(entries: readonly ReleaseEntryRow[]): readonly (readonly [string, readonly ReleaseEntryRow[]])[] {
  const days = new Map<string, ReleaseEntryRow[]>();
  for (const entry of entries) {
    const { date } = entry.release;
    days.set(date, [...(days.get(date) ?? []), entry]);
  }
  return [...days];
}
