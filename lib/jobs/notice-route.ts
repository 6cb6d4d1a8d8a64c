import type { ArchvdDatabase } from '@/lib/db/database';
import { noticeKind, type NoticeKind } from '@/lib/domain/notices/decide-ringing';

const SCREENS: Readonly<Record<NoticeKind, string>> = {
  sales: '/sales',
  deadlines: '/orders',
  targets: '/watch',
  releases: '/releases',
  trouble: '/diagnostics',
};

/** Told without a row of the books: what the pause key shows. */
const BY_EVENT: Readonly<Record<string, string>> = { paused: '/rules' };

/**
 * The screen a notification opens: its notice's own, else that of its kind.
 *
 * @param id of the notification: of a notice, or of a group of them (`group:sales:sold:42`)
 * @returns what follows the `#`, e.g. `/sales`
 */
export async function routeOfNotice(db: ArchvdDatabase, id: string): Promise<string> {
  const event = id.startsWith('group:') ? id.slice(id.indexOf(':', 'group:'.length) + 1) : id;
  const own = event === id ? (await db.notices.get(id))?.route : undefined;
  return own ?? BY_EVENT[event.slice(0, Math.max(0, event.indexOf(':')))] ?? SCREENS[noticeKind(event)];
}
