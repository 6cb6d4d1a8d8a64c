import { NativeSelect } from '@mantine/core';
import type { DayOrder } from '@/lib/domain/releases/read-day';
import type { ReadReleases } from '@/lib/files/release-entry';
import { DatedLines, UnreadLines } from '../ui/file-preview';
import { countText, moneyText } from '../ui/format';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { useToday } from './use-releases';
import { fileProblemText, lineProblemText, releaseDay } from './release-words';

interface ReleasesPreviewProps {
  readonly read: ReadReleases;
  readonly order: DayOrder | null;
  readonly onOrder: (order: DayOrder | null) => void;
}

/** What a file says, line by line, and what of it could not be read. */
export function ReleasesPreview({ read, order, onOrder }: ReleasesPreviewProps) {
  const today = useToday();
  if (!read.ok) return <ProblemText text={fileProblemText(read.problem)} />;
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
      <UnreadLines
        title={t('releases.left', read.problems.length, [countText(read.problems.length)])}
        lines={read.problems}
        why={(problem) => `${t('releases.line', [String(problem.line)])} ${lineProblemText(problem)}`}
      />
      <DatedLines
        lines={read.entries}
        show={({ ref, date, name, styleCode, retailPrice }) => ({
          key: ref,
          day: releaseDay(date, today),
          name,
          below: styleCode ?? t('releases.noCode'),
          figure: retailPrice === null ? '' : moneyText(retailPrice),
        })}
        more={(left) => t('releases.andMore', [countText(left)])}
      />
    </section>
  );
}
