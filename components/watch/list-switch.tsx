import { NativeSelect } from '@mantine/core';
import type { WatchListName } from '@/lib/queries/watch-list';
import { Chips } from '../ui/chips';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { useWide } from '../ui/use-wide';
import { ListMenu } from './list-menu';
import styles from './watch.module.css';

export interface ListSwitchProps {
  readonly lists: readonly WatchListName[];
  readonly total: number;
  /** null: all of them. */
  readonly current: string | null;
  readonly onPick: (listId: string | null) => void;
  readonly onExport: () => void;
  readonly onMark: () => void;
}

const ALL = 'all';
/** More lists than this are found more quickly by name than in a row of chips. */
const CHIPS = 7;

/** Which list is shown, each with how much is in it; and what can be done with lists. */
export function ListSwitch({ lists, total, current, onPick, onExport, onMark }: ListSwitchProps) {
  const wide = useWide();
  const pick = (value: string) => onPick(value === ALL ? null : value);
  const choices = [
    { value: ALL, label: t('watch.allLists'), count: total },
    ...lists.map(({ id, name, count }) => ({ value: id, label: name, count })),
  ];
  return (
    <div className={styles['lists']}>
      {wide && lists.length <= CHIPS ? (
        <Chips label={t('watch.lists')} value={current ?? ALL} onChange={pick} choices={choices} />
      ) : (
        <NativeSelect
          size="xs"
          aria-label={t('watch.list')}
          value={current ?? ALL}
          onChange={(event) => pick(event.currentTarget.value)}
          data={choices.map(({ value, label, count }) => ({ value, label: `${label} (${countText(count)})` }))}
          styles={{ input: { height: 28, minHeight: 28, maxWidth: 220, fontSize: 'var(--archvd-base)' } }}
        />
      )}
      <ListMenu lists={lists} current={current} onPick={onPick} onExport={onExport} onMark={onMark} />
    </div>
  );
}
