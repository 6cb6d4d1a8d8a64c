import { formatSize } from '@/lib/domain/sizes/format-size';
import type { ActivityEntry } from '@/lib/queries/activity-log';
import { holdText, changeText } from '../bridge/decision-words';
import { writeStateText, writeText } from '../bridge/write-words';
import { countText, moneyText } from '../ui/format';
import { t } from '../ui/text';

/** What happened, in a line. */
export function whatText(entry: ActivityEntry): string {
  switch (entry.kind) {
    case 'runs': {
      const { mode, changes, holds } = entry.run;
      const words = [countText(changes), countText(holds)] as const;
      return mode === 'live' ? t('activity.runLive', words) : t('activity.runPreview', words);
    }
    case 'changes':
      return entry.row.decision.kind === 'change' ? changeText(entry.row.decision.reason) : '';
    case 'holds':
      return `${t('activity.held', entry.rows.length, [countText(entry.rows.length)])}: ${holdText(entry.reason)}`;
    case 'writes':
      return entry.write.write.kind === 'listing/price'
        ? entry.write.by === 'rule'
          ? t('activity.byRule')
          : t('activity.byYou')
        : writeText(entry.write);
    case 'switch':
      return entry.row.summary;
  }
}

/** Which pair; nothing for what is about all of them. */
export function aboutText(entry: ActivityEntry): string {
  if (entry.kind === 'holds') return entry.rows.length === 1 ? nameText(entry.rows[0]?.named ?? null) : '';
  return entry.kind === 'changes' || entry.kind === 'writes' ? nameText(entry.named) : '';
}

type Named = Extract<ActivityEntry, { kind: 'writes' }>['named'];

function nameText(named: Named): string {
  return named === null ? t('runs.goneListing') : `${named.name} · ${formatSize(named.size, named.run)}`;
}

/** `$140 → $126`; nothing where no price moves. */
export function priceText(entry: ActivityEntry): string {
  if (entry.kind === 'changes' && entry.row.decision.kind === 'change')
    return `${moneyText(entry.row.from)} → ${moneyText(entry.row.decision.to)}`;
  if (entry.kind === 'writes' && entry.write.write.kind === 'listing/price')
    return `${moneyText(entry.write.write.from)} → ${moneyText(entry.write.write.to)}`;
  return '';
}

/** What came of it. */
export function outcomeText(entry: ActivityEntry): string {
  if (entry.kind === 'runs') return entry.run.stopped === null ? '' : t('activity.runStopped');
  if (entry.kind === 'changes' && entry.write === null) return t('activity.onPreview');
  if (entry.kind !== 'changes' && entry.kind !== 'writes') return '';
  return entry.write === null ? '' : writeStateText(entry.write.state);
}

/** Ended otherwise than wanted: it stands in the colour of what needs the person. */
export function needsLook(entry: ActivityEntry): boolean {
  if (entry.kind === 'runs') return entry.run.stopped !== null;
  return (entry.kind === 'changes' || entry.kind === 'writes') && (entry.write?.problem ?? null) !== null;
}
