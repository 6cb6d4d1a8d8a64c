import { Button, Menu } from '@mantine/core';
import { IconCalendarEvent, IconFileImport, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReleaseEntryRow } from '@/lib/queries/releases';
import { Chips } from '../ui/chips';
import { countText } from '../ui/format';
import { Screen } from '../ui/screen';
import { SearchBox } from '../ui/search-box';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { EditRelease } from './edit-release';
import { ImportReleases } from './import-releases';
import { ReleaseList } from './release-list';
import { ReleaseMonth } from './release-month';
import { useReleases, useToday, type ReleaseOnly, type ReleaseView } from './use-releases';

const VIEWS: readonly ReleaseView[] = ['coming', 'month', 'out'];
const ONLY: readonly ReleaseOnly[] = ['all', 'watched', 'own'];

/** What comes out when, and what it is expected to bring. */
export function ReleasesScreen() {
  const { route, change } = useRoute();
  const today = useToday();
  const view = VIEWS.find((each) => each === route.view) ?? 'coming';
  const [narrow = '', month = today.slice(0, 7)] = (route.filter ?? '').split('~');
  const only = ONLY.find((each) => each === narrow) ?? 'all';
  const live = useReleases({ view, month, only, search: route.query, named: route.item });
  const [edited, setEdited] = useState<ReleaseEntryRow | 'new' | null>(null);
  const [importing, setImporting] = useState(false);
  const shown = live.value;
  return (
    <Screen
      title={t('nav.releases')}
      aside={
        shown === null || shown.entries.length === 0 ? null : (
          <span>{t('releases.count', shown.entries.length, [countText(shown.entries.length)])}</span>
        )
      }
      action={<AddMenu onNew={() => setEdited('new')} onImport={() => setImporting(true)} />}
      tools={
        <>
          <SearchBox
            label={t('releases.search')}
            value={route.query}
            onChange={(query) => change({ query }, 'quiet')}
          />
          <Chips<ReleaseView>
            label={t('releases.show')}
            value={view}
            onChange={(next) => change({ view: next === 'coming' ? null : next, item: null })}
            choices={[
              { value: 'coming', label: t('releases.coming') },
              { value: 'month', label: t('releases.month') },
              { value: 'out', label: t('releases.out') },
            ]}
          />
          <Chips<ReleaseOnly>
            label={t('releases.which')}
            value={only}
            onChange={(next) => change({ filter: `${next}~${month}` }, 'quiet')}
            choices={[
              { value: 'all', label: t('releases.all') },
              { value: 'watched', label: t('releases.reminding') },
              { value: 'own', label: t('releases.own') },
            ]}
          />
        </>
      }
    >
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state !== 'failed' && shown === null ? <SkeletonRows /> : null}
      {shown === null || view !== 'month' ? null : (
        <ReleaseMonth
          month={month}
          today={today}
          entries={shown.entries}
          onMonth={(next) => change({ filter: `${only}~${next}` }, 'quiet')}
          onDay={(date) =>
            change({
              view: date < today ? 'out' : null,
              item: shown.entries.find(({ release }) => release.date === date)?.release.id ?? null,
            })
          }
        />
      )}
      {shown === null || view === 'month' || shown.entries.length > 0 ? null : (
        <EmptyState
          icon={IconCalendarEvent}
          title={route.query === '' && only === 'all' ? t('releases.empty') : t('inventory.noMatch')}
          text={t('releases.emptyText')}
          action={
            <Button variant="default" onClick={() => setImporting(true)}>
              {t('releases.import')}
            </Button>
          }
        />
      )}
      {shown === null || view === 'month' ? null : <ReleaseList {...shown} today={today} onEdit={setEdited} />}
      <EditRelease entry={edited} onClose={() => setEdited(null)} />
      <ImportReleases opened={importing} onClose={() => setImporting(false)} />
    </Screen>
  );
}

function AddMenu({ onNew, onImport }: { readonly onNew: () => void; readonly onImport: () => void }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} aria-hidden="true" />}>{t('releases.add')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={14} aria-hidden="true" />} onClick={onNew}>
          {t('releases.writeDown')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileImport size={14} aria-hidden="true" />} onClick={onImport}>
          {t('releases.import')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
