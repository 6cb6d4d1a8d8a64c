import { NativeSelect, Switch } from '@mantine/core';
import { ACTIVITY_KINDS, type ActivityKind } from '@/lib/queries/activity-log';
import { readRules } from '@/lib/queries/rules';
import { PeriodPicker } from '../bridge/period-picker';
import { SellingTabs } from '../bridge/selling-tabs';
import { useLive } from '../bridge/use-live';
import { Chips } from '../ui/chips';
import { RemovableChip } from '../ui/removable-chip';
import { SearchBox } from '../ui/search-box';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { filterOf, routeOf, type ActivityFilter } from './activity-filter';

const KINDS: Record<ActivityKind, () => string> = {
  runs: () => t('activity.runs'),
  changes: () => t('activity.changes'),
  holds: () => t('activity.holds'),
  writes: () => t('activity.writes'),
  switch: () => t('activity.switch'),
};

/** What of it all is shown. */
export function ActivityTools() {
  const { route, change } = useRoute();
  const filter = filterOf(route);
  const rules = useLive(readRules, []).value ?? [];
  const set = (part: Partial<ActivityFilter>) => change({ ...routeOf({ ...filter, ...part }), item: null }, 'quiet');
  return (
    <>
      <SellingTabs />
      <SearchBox label={t('activity.search')} value={route.query} onChange={(query) => change({ query }, 'quiet')} />
      <Chips
        label={t('activity.kinds')}
        value={filter.kind ?? 'all'}
        onChange={(kind) => set({ kind: kind === 'all' ? null : kind })}
        choices={[
          { value: 'all' as const, label: t('activity.all') },
          ...ACTIVITY_KINDS.map((value) => ({ value, label: KINDS[value]() })),
        ]}
      />
      <PeriodPicker value={filter.period} onChange={(period) => set({ period })} />
      {rules.length === 0 ? null : (
        <NativeSelect
          size="xs"
          aria-label={t('activity.rule')}
          value={filter.ruleId ?? ''}
          onChange={(event) => set({ ruleId: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('activity.everyRule') },
            ...rules.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          styles={{ input: { height: 28, minHeight: 28, maxWidth: 220, fontSize: 'var(--archvd-base)' } }}
        />
      )}
      <Switch
        size="xs"
        label={t('activity.problems')}
        checked={filter.problems}
        onChange={(event) => set({ problems: event.currentTarget.checked })}
      />
      {filter.runId === null ? null : (
        <RemovableChip label={t('activity.removeRun')} onRemove={() => set({ runId: null })}>
          {t('activity.oneRun')}
        </RemovableChip>
      )}
    </>
  );
}
