import { useState, type ReactNode } from 'react';
import { MINUTE_MS, instant } from '@/lib/domain/time/instant';
import { alertSubjects } from '@/lib/queries/alert-subjects';
import { lowestAsks } from '@/lib/queries/lowest-asks';
import { useLive } from '../../bridge/use-live';
import { useRegion } from '../../bridge/use-region';
import { useSetting } from '../../bridge/use-setting';
import { pairWords } from '../../ui/alert-sentence';
import { countText } from '../../ui/format';
import { SkeletonRows } from '../../ui/states';
import { TaskDrawer } from '../../ui/task-drawer';
import { t } from '../../ui/text';
import { useNow } from '../../ui/use-now';
import { AlertForm } from './alert-form';
import { AlertsOfItem } from './alerts-of-item';

export interface AlertDrawerProps {
  /** null: closed. One: its alerts, and another one; many: one alert for all of them. */
  readonly itemIds: readonly string[] | null;
  /** The alert that is changed at once, or `NEW_ALERT`. */
  readonly alertId?: string | null;
  /** Shown while nothing is chosen yet: what it is to be on is chosen first. */
  readonly picker?: ReactNode;
  readonly onClose: () => void;
}

/** In the place of an alert's id. */
export const NEW_ALERT = 'new';

/** Alerts on what is watched. */
export function AlertDrawer({ itemIds, alertId = null, picker = null, onClose }: AlertDrawerProps) {
  const now = instant(useNow(MINUTE_MS));
  const subjects = useLive(
    async (books) => (itemIds === null ? [] : alertSubjects(books, itemIds, now)),
    [itemIds, now],
  ).value;
  const [first] = subjects ?? [];
  const many = itemIds !== null && itemIds.length > 1;
  const isPicking = itemIds === null && picker !== null;
  const title = isPicking
    ? t('watchAlert.new')
    : itemIds !== null && many
      ? t('watchAlert.titleMany', itemIds.length, [countText(itemIds.length)])
      : t('watchAlert.title', [first === undefined ? '' : pairWords(first.product, first.item.usSize)]);
  return (
    <TaskDrawer opened={itemIds !== null || isPicking} title={title} width={560} onClose={onClose} testId="alerts">
      {isPicking ? (
        picker
      ) : subjects === null || first === undefined ? (
        <SkeletonRows count={4} />
      ) : (
        <Content key={itemIds?.join()} subjects={subjects} many={many} alertId={alertId} onClose={onClose} />
      )}
    </TaskDrawer>
  );
}

interface ContentProps {
  readonly subjects: Awaited<ReturnType<typeof alertSubjects>>;
  readonly many: boolean;
  readonly alertId: string | null;
  readonly onClose: () => void;
}

function Content({ subjects, many, alertId, onClose }: ContentProps) {
  const [currency] = useSetting('displayCurrency');
  const regionId = useRegion();
  const [first] = subjects;
  const [editing, setEditing] = useState<string | null>(many || first?.alerts.length === 0 ? NEW_ALERT : alertId);
  const asks = useLive(
    async (books) =>
      first === undefined || regionId === undefined ? null : lowestAsks(books, first.item.catalogId, regionId),
    [first?.item.catalogId, String(regionId)],
  );
  if (first === undefined || currency === null || asks.value === null) return <SkeletonRows count={4} />;
  const ask = first.item.usSize === null ? asks.value.lowest : (asks.value.bySize.get(first.item.usSize) ?? null);
  if (editing === null) return <AlertsOfItem subject={first} onEdit={setEditing} onNew={() => setEditing(NEW_ALERT)} />;
  const alert = first.alerts.find((each) => each.alert.id === editing)?.alert ?? null;
  return (
    <AlertForm
      key={editing}
      subjects={many ? subjects : [first]}
      alert={alert}
      ask={ask}
      currency={currency}
      onClose={many || alertId !== null ? onClose : () => setEditing(null)}
    />
  );
}
