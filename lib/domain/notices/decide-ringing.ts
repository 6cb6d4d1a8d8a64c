import type { Instant } from '../time/instant';
import type { OffsetAt } from '../time/period';
import { isQuiet, type QuietHours } from './quiet-hours';

/** What a notice is about; each kind can be switched off by itself. */
export const NOTICE_KINDS = ['sales', 'deadlines', 'targets', 'releases', 'trouble'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export type NoticeSettings = Readonly<Record<NoticeKind, boolean>> & { readonly quietHours: QuietHours | null };

/** The event a notice's id begins with, by kind. */
const KINDS: Readonly<Record<string, NoticeKind>> = {
  sold: 'sales',
  cancelled: 'sales',
  deadline: 'deadlines',
  target: 'targets',
  alert: 'targets',
  digest: 'targets',
  passed: 'targets',
  release: 'releases',
};

/** Whatever is not known as another kind is trouble: it must not be lost behind a switch for something else. */
export function noticeKind(id: string): NoticeKind {
  const event = id.slice(0, Math.max(0, id.indexOf(':')));
  return Object.hasOwn(KINDS, event) ? (KINDS[event] ?? 'trouble') : 'trouble';
}

export interface NoticeGroup<N> {
  readonly kind: NoticeKind;
  readonly notices: readonly N[];
}

/** What is to be done with the notices that have not rung yet. Each is in exactly one of these. */
export interface Ringing<N> {
  readonly single: readonly N[];
  /** Told as one, since there are too many. */
  readonly groups: readonly NoticeGroup<N>[];
  /** Of a kind the person switched off: they count as told. */
  readonly silent: readonly N[];
  /** Kept until the quiet hours are over, and told together then. */
  readonly later: readonly N[];
}

/** More than this at once would be noise. */
const ONE_BY_ONE = 4;

/**
 * Decides how waiting notices ring: up to four one by one; of more, each kind as one. So nothing ever rings more than
 * four times at once, however long the browser was closed or the hours were quiet.
 *
 * @param waiting oldest first
 * @example nine sales and one deadline: one notification for the sales, one for the deadline
 */
export function decideRinging<N extends { readonly id: string }>(
  waiting: readonly N[],
  settings: NoticeSettings,
  now: Instant,
  offsetAt: OffsetAt,
): Ringing<N> {
  const silent = waiting.filter(({ id }) => !settings[noticeKind(id)]);
  const wanted = waiting.filter(({ id }) => settings[noticeKind(id)]);
  if (isQuiet(settings.quietHours, now, offsetAt)) return { single: [], groups: [], silent, later: wanted };
  if (wanted.length <= ONE_BY_ONE) return { single: wanted, groups: [], silent, later: [] };
  const byKind = NOTICE_KINDS.map((kind) => ({ kind, notices: wanted.filter(({ id }) => noticeKind(id) === kind) }));
  return {
    single: byKind.filter(({ notices }) => notices.length === 1).flatMap(({ notices }) => notices),
    groups: byKind.filter(({ notices }) => notices.length > 1),
    silent,
    later: [],
  };
}
