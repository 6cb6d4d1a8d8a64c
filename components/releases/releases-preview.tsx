import { NativeSelect } from '@mantine/core';
import type { DayOrder } from '@/lib/domain/releases/read-day';
import type { ReadReleases } from '@/lib/files/release-entry';
import { countText, moneyText } from '../ui/format';
import { t } from '../ui/text';
import { useToday } from './use-releases';
import { fileProblemText, lineProblemText, releaseDay } from './release-words';
import styles from './releases.module.css';

interface ReleasesPreviewProps {
  readonly read: ReadReleases;
  readonly order: DayOrder | null;
  readonly onOrder: (order: DayOrder | null) => void;
}

const SHOWN = 200;

/** What a file says, line by line, and what of it could not be read. */
export function ReleasesPreview({ read, order, onOrder }: ReleasesPreviewProps) {
  const today = useToday();
  if (!read.ok)
    return (
      <p role="alert" className={styles['problem']}>
        {fileProblemText(read.problem)}
      </p>
    );
  const asks = order !== null || read.problems.some(({ reason }) => reason === 'ambiguous-date');
  return (
    <section aria-label={t('releases.preview')}>
      {asks ? (
        <NativeSelect
          label={t('releases.orderAsk')}
          value={order ?? ''}
          onChange={(event) => onOrder((event.currentTarget.value || null) as DayOrder | null)}
          data={[
            { value: '', label: t('releases.orderNone') },
            { value: 'day-first', label: t('releases.dayFirst') },
            { value: 'month-first', label: t('releases.monthFirst') },
          ]}
        />
      ) : null}
      {read.problems.length === 0 ? null : (
        <details className={styles['problems']} open={read.problems.length <= 5}>
          <summary>{t('releases.left', read.problems.length, [countText(read.problems.length)])}</summary>
          <ul>
            {read.problems.slice(0, SHOWN).map((problem) => (
              <li key={`${problem.line}|${problem.reason}`}>
                {t('releases.line', [String(problem.line)])} {lineProblemText(problem)} <code>{problem.text}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      <table className={styles['preview']}>
        <tbody>
          {read.entries.slice(0, SHOWN).map((entry) => (
            <tr key={entry.ref}>
              <td>{releaseDay(entry.date, today)}</td>
              <td>
                {entry.name}
                <div className={styles['quiet']}>{entry.styleCode ?? t('releases.noCode')}</div>
              </td>
              <td className="archvd-figure">{entry.retailPrice === null ? '' : moneyText(entry.retailPrice)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {read.entries.length > SHOWN ? (
        <p className={styles['quiet']}>{t('releases.andMore', [countText(read.entries.length - SHOWN)])}</p>
      ) : null}
    </section>
  );
}
