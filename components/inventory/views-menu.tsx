import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconCheck, IconDeviceFloppy, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { PairCounts } from '@/lib/queries/pair-index';
import { savedViews, type SavedView } from '@/lib/queries/saved-views';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { useLive } from '../bridge/use-live';
import { countText } from '../ui/format';
import { NameDialog } from '../ui/name-dialog';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { viewText } from './filter-words';
import styles from './inventory.module.css';
import { BUILT_IN_IDS, type BuiltIn } from './list-view';

/** A view as it is kept: the three texts of an address. */
export interface KeptView {
  readonly view: string;
  readonly query: string;
  readonly filter: string;
}

export interface ViewsMenuProps {
  readonly current: KeptView;
  readonly counts: PairCounts;
  readonly onPick: (view: KeptView) => void;
}

/** The views that come with the companion and the seller's own: pick, save, bring up to date, rename, delete. */
export function ViewsMenu({ current, counts, onPick }: ViewsMenuProps) {
  const saved = useLive((books) => savedViews(books, 'inventory'), []).value ?? [];
  const [naming, setNaming] = useState<'new' | SavedView | null>(null);
  const isNew = naming === null || naming === 'new';
  const here = saved.find((view) => isSame(settingsOf(view), current));
  const [lastPicked, setLastPicked] = useState<string | null>(null);
  const picked = here ?? saved.find((view) => view.id === lastPicked);
  const builtIn = BUILT_IN_IDS.find((id) => id === current.view) ?? 'all';
  const pick = (view: KeptView, id: string | null) => {
    setLastPicked(id);
    onPick(view);
  };
  return (
    <>
      <Menu position="bottom-start" width={260} withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            h={28}
            maw={200}
            leftSection={<IconBookmark size={14} stroke={1.8} />}
            data-testid="views"
          >
            {here?.name ?? <Unnamed builtIn={builtIn} />}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {BUILT_IN_IDS.map((id) => (
            <Menu.Item
              key={id}
              leftSection={<Tick shown={here === undefined && id === builtIn} />}
              rightSection={<span className={styles['pairs']}>{countText(countOf(counts, id))}</span>}
              onClick={() => pick({ view: id === 'all' ? '' : id, query: '', filter: '' }, null)}
            >
              {viewText(id)}
            </Menu.Item>
          ))}
          {saved.length === 0 ? null : <Menu.Label>{t('inventory.savedViews')}</Menu.Label>}
          {saved.map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={<Tick shown={view.id === here?.id} />}
              onClick={() => pick(settingsOf(view), view.id)}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => setNaming('new')}>
            {t('inventory.saveView')}
          </Menu.Item>
          {picked === undefined || here !== undefined ? null : (
            <Menu.Item
              leftSection={<IconDeviceFloppy size={14} />}
              onClick={() => void keep(picked.id, picked.name, current)}
            >
              {t('inventory.updateView', [picked.name])}
            </Menu.Item>
          )}
          {picked === undefined ? null : (
            <>
              <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => setNaming(picked)}>
                {t('inventory.renameView', [picked.name])}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => void remove(picked)}>
                {t('inventory.deleteView', [picked.name])}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <NameDialog
        key={naming === null ? 'closed' : naming === 'new' ? 'new' : naming.id}
        opened={naming !== null}
        name={isNew ? '' : naming.name}
        title={isNew ? t('inventory.saveViewTitle') : t('inventory.renameViewTitle')}
        label={t('inventory.viewName')}
        description={isNew ? t('inventory.viewHolds') : undefined}
        maxLength={80}
        onClose={() => setNaming(null)}
        onKeep={async (name) => {
          if (naming === null) return true;
          const id = await (naming === 'new' ? keep(null, name, current) : keep(naming.id, name, settingsOf(naming)));
          if (id !== null) setLastPicked(id);
          return id !== null;
        }}
      />
    </>
  );
}

/** Where chips already say the view, the button says what it is for. */
function Unnamed({ builtIn }: { readonly builtIn: BuiltIn }) {
  return (
    <>
      <span className={styles['wideOnly']}>{t('inventory.views')}</span>
      <span className={styles['narrowOnly']}>{viewText(builtIn)}</span>
    </>
  );
}

function Tick({ shown }: { readonly shown: boolean }) {
  return <IconCheck size={14} stroke={2.2} aria-hidden="true" style={{ visibility: shown ? 'visible' : 'hidden' }} />;
}

export function countOf(counts: PairCounts, view: BuiltIn): number {
  if (view === 'all') return counts.all;
  if (view === 'stale') return counts.stale;
  return view === 'without-cost' ? counts.missingCost : counts.byStatus[view];
}

function settingsOf({ settings }: SavedView): KeptView {
  const text = (name: string) => (typeof settings[name] === 'string' ? settings[name] : '');
  return { view: text('view'), query: text('query'), filter: text('filter') };
}

function isSame(a: KeptView, b: KeptView): boolean {
  return a.view === b.view && a.query === b.query && a.filter === b.filter;
}

/** @returns the view's id, or null when it was refused, which has been told */
async function keep(id: string | null, name: string, view: KeptView): Promise<string | null> {
  const asked = await ask('views/save', { id, screen: 'inventory', name, settings: { ...view } });
  if (!asked.ok) toastProblem(asked.message);
  if (!asked.ok || !asked.value.ok) return null;
  offerUndo(t('inventory.viewSaved', [name]), asked.value.undoId);
  return asked.value.id;
}

async function remove({ id, name }: SavedView): Promise<void> {
  const asked = await ask('views/remove', { id });
  if (!asked.ok) toastProblem(asked.message);
  else if (asked.value.ok) offerUndo(t('inventory.viewDeleted', [name]), asked.value.undoId);
}
