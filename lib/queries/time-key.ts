import { DAY_MS } from '@/lib/domain/time/instant';

export const TIME_GROUPS = ['day', 'week', 'month', 'quarter', 'year'] as const;

export type TimeGroup = (typeof TIME_GROUPS)[number];

export function timeKey(kind: TimeGroup, day: number): string {
  const text = (nth: number) => new Date(nth * DAY_MS).toISOString();
  if (kind === 'day') return text(day).slice(0, 10);
  // 1 January 1970 was a Thursday.
  if (kind === 'week') return text(day - ((day + 3) % 7)).slice(0, 10);
  if (kind === 'month') return text(day).slice(0, 7);
  if (kind === 'year') return text(day).slice(0, 4);
  return `${text(day).slice(0, 4)}-Q${Math.ceil(Number(text(day).slice(5, 7)) / 3)}`;
}
