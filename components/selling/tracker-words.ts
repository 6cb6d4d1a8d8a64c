import type { WriteGroup } from '@/lib/queries/write-groups';
import { writesText } from '../bridge/write-words';
import { countText } from '../ui/format';
import { t } from '../ui/text';

/** How far a command is, in one line: `Sending 340 price changes: 212 done, 3 failed`. */
export function progressText({ group, open, failed, conflicts, counts }: WriteGroup): string {
  const what = writesText(group.kind, group.total);
  const parts = [
    t('writes.doneCount', [countText(counts.confirmed)]),
    ...(failed === 0 ? [] : [t('writes.failedCount', [countText(failed)])]),
    ...(conflicts === 0 ? [] : [t('writes.conflictCount', [countText(conflicts)])]),
    ...(counts.superseded > conflicts ? [t('writes.cancelledCount', [countText(counts.superseded - conflicts)])] : []),
  ].join(', ');
  return `${open > 0 ? t('writes.sending', [what]) : what}: ${parts}`;
}

/** The same of all of them together, for one line at the bottom of the app. */
export function summaryText(groups: readonly WriteGroup[]): string {
  const [only] = groups;
  if (only !== undefined && groups.length === 1) return progressText(only);
  const sum = (of: (group: WriteGroup) => number) => groups.reduce((total, group) => total + of(group), 0);
  const open = sum((group) => group.open);
  const failed = sum((group) => group.failed);
  const conflicts = sum((group) => group.conflicts);
  return [
    t('writes.commands', groups.length, [countText(groups.length)]),
    ...(open === 0 ? [] : [t('writes.waitingCount', [countText(open)])]),
    t('writes.doneCount', [countText(sum((group) => group.counts.confirmed))]),
    ...(failed === 0 ? [] : [t('writes.failedCount', [countText(failed)])]),
    ...(conflicts === 0 ? [] : [t('writes.conflictCount', [countText(conflicts)])]),
  ].join(', ');
}
