import { Button, Menu } from '@mantine/core';
import { IconBell, IconFolder, IconTarget, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { WatchListName } from '@/lib/queries/watch-list';
import { countText } from '../ui/format';
import { MarkedBar } from '../ui/marked-bar';
import { t } from '../ui/text';
import type { RowSelection } from '../ui/use-selection';
import { AimMany } from './aim-many';
import { change } from './watch-commands';

interface WatchBarProps {
  readonly marks: RowSelection;
  readonly matching: number;
  readonly lists: readonly WatchListName[];
  readonly current: string | null;
  readonly onAlert: (itemIds: readonly string[]) => void;
  readonly onClear: () => void;
}

/** What can be done with everything that is marked. */
export function WatchBar({ marks, matching, lists, current, onAlert, onClear }: WatchBarProps) {
  const [aiming, setAiming] = useState(false);
  const itemIds = [...marks.ids];
  const none = itemIds.length === 0;
  const count = countText(itemIds.length);
  const others = lists.filter(({ id }) => id !== current);
  const move = async ({ id, name }: WatchListName) => {
    const said = t('watch.moved', itemIds.length, [count, name]);
    if (await change('watch/move', { itemIds, watchlistId: id }, said)) onClear();
  };
  const remove = async () => {
    if (await change('watch/remove-many', { itemIds }, t('watch.takenOff', itemIds.length, [count]))) onClear();
  };
  return (
    <MarkedBar
      label={t('watch.marked')}
      count={itemIds.length}
      hidden={marks.hidden}
      matching={matching}
      progress={null}
      onAll={marks.onAll}
      onClear={onClear}
      buttons={
        <>
          <Button
            size="compact-sm"
            h={28}
            leftSection={<IconBell size={14} />}
            disabled={none}
            onClick={() => onAlert(itemIds)}
          >
            {t('watch.addAlert')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            h={28}
            leftSection={<IconTarget size={14} />}
            disabled={none}
            onClick={() => setAiming(true)}
          >
            {t('watch.aim')}
          </Button>
        </>
      }
      menu={
        <>
          <Menu.Item leftSection={<IconBell size={14} />} disabled={none} onClick={() => onAlert(itemIds)}>
            {t('watch.addAlert')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTarget size={14} />} disabled={none} onClick={() => setAiming(true)}>
            {t('watch.aim')}
          </Menu.Item>
          {others.length === 0 ? null : <Menu.Label>{t('watch.move')}</Menu.Label>}
          {others.map((list) => (
            <Menu.Item
              key={list.id}
              leftSection={<IconFolder size={14} />}
              disabled={none}
              onClick={() => void move(list)}
            >
              {list.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={14} />} disabled={none} onClick={() => void remove()}>
            {t('watch.takeOff')}
          </Menu.Item>
        </>
      }
    >
      {aiming ? <AimMany itemIds={itemIds} onClose={() => setAiming(false)} onDone={onClear} /> : null}
    </MarkedBar>
  );
}
