import type { ArchvdDatabase } from '@/lib/db/database';
import type { NoticeRow } from '@/lib/db/rows';
import { MINUTE_MS, type Instant } from '@/lib/domain/time/instant';

/** A notice that could not ring for so long was kept back: by quiet hours, or since nobody was there. */
const DEFERRED_MS = 10 * MINUTE_MS;

export interface Waited {
  readonly current: readonly NoticeRow[];
  /** Alerts that are not true any more: told as what was, never as news. */
  readonly passed: readonly NoticeRow[];
  /** Alerts somebody took away, switched off or snoozed meanwhile: told nobody. */
  readonly gone: readonly NoticeRow[];
}

/** Parts notices that waited from those whose alert came and went meanwhile. */
export async function partWaited(db: ArchvdDatabase, waiting: readonly NoticeRow[], now: Instant): Promise<Waited> {
  const parts: Record<keyof Waited, NoticeRow[]> = { current: [], passed: [], gone: [] };
  for (const notice of waiting) parts[await standingOf(db, notice, now)].push(notice);
  return parts;
}

/** Whether a notice was kept back before it rang. */
export function wasDeferred({ id, at }: NoticeRow, now: Instant): boolean {
  return now - at > DEFERRED_MS && (id.startsWith('alert:') || id.startsWith('target:'));
}

async function standingOf(db: ArchvdDatabase, notice: NoticeRow, now: Instant): Promise<keyof Waited> {
  if (!wasDeferred(notice, now)) return 'current';
  const own = alertOfNotice(notice.id);
  if (own === null) {
    const item = await db.watchlistItems.get(entityOf(notice.id));
    if (item === undefined || item.deletedAt !== null) return 'gone';
    return item.reachedAt === null ? 'passed' : 'current';
  }
  const alert = await db.alerts.get(own);
  if (alert === undefined || alert.deletedAt !== null || !alert.enabled) return 'gone';
  if (alert.state.snoozedUntil !== null && alert.state.snoozedUntil > now) return 'gone';
  return alert.state.trueSince === null ? 'passed' : 'current';
}

/** The alert a notice is about; null: another notice. `alert:<id>:<reading>` */
export function alertOfNotice(noticeId: string): string | null {
  return noticeId.startsWith('alert:') ? entityOf(noticeId) : null;
}

function entityOf(noticeId: string): string {
  return noticeId.slice(noticeId.indexOf(':') + 1, noticeId.lastIndexOf(':'));
}
