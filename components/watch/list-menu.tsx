import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconCheckbox,
  IconDots,
  IconDownload,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { WatchListName } from '@/lib/queries/watch-list';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { NameDialog } from '../ui/name-dialog';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { change } from './watch-commands';

interface ListMenuProps {
  readonly lists: readonly WatchListName[];
  readonly current: string | null;
  readonly onPick: (listId: string | null) => void;
  readonly onExport: () => void;
  /** Shows boxes to mark rows by, where there is no room for them otherwise. */
  readonly onMark: () => void;
}

/** New lists, and what can be done with the one that is shown. */
export function ListMenu({ lists, current, onPick, onExport, onMark }: ListMenuProps) {
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const at = lists.findIndex(({ id }) => id === current);
  const here = lists[at];
  const move = (by: -1 | 1) => {
    const ids = lists.map(({ id }) => id);
    const [moved] = ids.splice(at, 1);
    if (moved !== undefined) ids.splice(at + by, 0, moved);
    void change('watchlists/order', { ids }, null);
  };
  const remove = async ({ id, name }: WatchListName) => {
    if (await change('watchlists/remove', { id }, t('watch.listRemoved', [name]))) onPick(null);
  };
  return (
    <>
      <Menu position="bottom-end" width={240} withinPortal>
        <Menu.Target>
          <ActionIcon size={28} variant="default" aria-label={t('watch.listActions')} data-testid="list-actions">
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => setNaming('new')}>
            {t('watch.newList')}
          </Menu.Item>
          {here === undefined ? null : (
            <>
              <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => setNaming('rename')}>
                {t('watch.renameList', [here.name])}
              </Menu.Item>
              <Menu.Item leftSection={<IconArrowLeft size={14} />} disabled={at === 0} onClick={() => move(-1)}>
                {t('watch.moveLeft', [here.name])}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowRight size={14} />}
                disabled={at === lists.length - 1}
                onClick={() => move(1)}
              >
                {t('watch.moveRight', [here.name])}
              </Menu.Item>
            </>
          )}
          <Menu.Item leftSection={<IconCheckbox size={14} />} onClick={onMark}>
            {t('watch.markSome')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload size={14} />} onClick={onExport}>
            {t('watch.exportList')}
          </Menu.Item>
          {here === undefined ? null : (
            <>
              <Menu.Divider />
              <Menu.Item
                leftSection={<IconTrash size={14} />}
                disabled={lists.length === 1}
                onClick={() => void remove(here)}
              >
                {lists.length === 1 ? t('watch.onlyList') : t('watch.removeList', [here.name])}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <NameDialog
        key={naming ?? 'closed'}
        opened={naming !== null}
        name={naming === 'rename' ? (here?.name ?? '') : ''}
        title={naming === 'rename' ? t('watch.renameList', [here?.name ?? '']) : t('watch.newList')}
        label={t('watch.listName')}
        maxLength={60}
        onClose={() => setNaming(null)}
        onKeep={async (name) => {
          const id = await saveList(naming === 'rename' ? (here?.id ?? null) : null, name);
          if (id !== null && naming === 'new') onPick(id);
          return id !== null;
        }}
      />
    </>
  );
}

/** @returns the list's id, or null when it was refused, which has been told */
async function saveList(id: string | null, name: string): Promise<string | null> {
  const asked = await ask('watchlists/save', { id, name });
  if (!asked.ok) toastProblem(asked.message);
  if (!asked.ok || !asked.value.ok) return null;
  offerUndo(id === null ? t('watch.listMade', [name]) : t('watch.listRenamed', [name]), asked.value.undoId);
  return asked.value.id;
}
