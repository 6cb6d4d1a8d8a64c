import {
  IconAdjustments,
  IconArrowsUpDown,
  IconHandStop,
  IconListCheck,
  IconUpload,
  type Icon,
} from '@tabler/icons-react';
import type { ActivityEntry, ActivityKind } from '@/lib/queries/activity-log';
import { Age } from '../ui/age-text';
import { DataList, type Column } from '../ui/data-list';
import { RowButton } from '../ui/row-button';
import { t } from '../ui/text';
import { TwoLine } from '../ui/two-line';
import styles from './activity.module.css';
import { aboutText, needsLook, outcomeText, priceText, whatText } from './entry-words';

const ICONS: Record<ActivityKind, Icon> = {
  runs: IconListCheck,
  changes: IconArrowsUpDown,
  holds: IconHandStop,
  writes: IconUpload,
  switch: IconAdjustments,
};

interface ActivityListProps {
  readonly entries: readonly ActivityEntry[];
  readonly listKey: string;
  readonly selectedId: string | null;
  readonly onOpen: (entry: ActivityEntry) => void;
}

/** What was done, newest first, however much it is. */
export function ActivityList({ entries, listKey, selectedId, onOpen }: ActivityListProps) {
  return (
    <DataList<ActivityEntry>
      label={t('nav.activity')}
      listKey={listKey}
      tableFrom={820}
      total={entries.length}
      offset={0}
      rows={entries}
      keyOf={({ id }) => id}
      columns={columns(onOpen)}
      renderCompact={(entry) => <Compact entry={entry} onOpen={onOpen} />}
      onOpen={onOpen}
      selectedKey={selectedId}
    />
  );
}

type OnOpen = ActivityListProps['onOpen'];

function columns(onOpen: OnOpen): readonly Column<ActivityEntry>[] {
  return [
    {
      id: 'what',
      header: t('activity.what'),
      width: 'minmax(220px, 1.2fr)',
      cell: (entry) => <What entry={entry} onOpen={onOpen} />,
    },
    { id: 'about', header: t('activity.about'), width: 'minmax(180px, 1.4fr)', cell: aboutText },
    {
      id: 'price',
      header: t('activity.price'),
      width: '136px',
      align: 'right',
      cell: (entry) => <span className="archvd-figure archvd-strong">{priceText(entry)}</span>,
    },
    { id: 'outcome', header: t('activity.outcome'), width: '120px', cell: (entry) => <Outcome entry={entry} /> },
    { id: 'when', header: t('activity.when'), width: '64px', align: 'right', cell: ({ at }) => <Age at={at} /> },
  ];
}

interface WhatProps {
  readonly entry: ActivityEntry;
  readonly onOpen: OnOpen;
}

function What({ entry, onOpen }: WhatProps) {
  const Picture = ICONS[entry.kind];
  return (
    <span className={styles['what']}>
      <Picture size={16} stroke={1.6} aria-hidden="true" />
      <RowButton onClick={() => onOpen(entry)}>{whatText(entry)}</RowButton>
    </span>
  );
}

function Outcome({ entry }: { readonly entry: ActivityEntry }) {
  return <span className={needsLook(entry) ? styles['needs'] : undefined}>{outcomeText(entry)}</span>;
}

function Compact({ entry, onOpen }: { readonly entry: ActivityEntry; readonly onOpen: OnOpen }) {
  const about = aboutText(entry);
  const Picture = ICONS[entry.kind];
  return (
    <TwoLine
      picture={<Picture size={16} stroke={1.6} className={styles['sign'] ?? ''} aria-hidden="true" />}
      title={<RowButton onClick={() => onOpen(entry)}>{about === '' ? whatText(entry) : about}</RowButton>}
      subtitle={about === '' ? '' : whatText(entry)}
      top={<span className="archvd-figure archvd-strong">{priceText(entry)}</span>}
      bottom={
        <>
          <Outcome entry={entry} /> <Age at={entry.at} />
        </>
      }
    />
  );
}
