const MINUTES_OF_DAY = 24 * 60;

/** What a time field holds (`22:05`) as minutes after midnight; null while it is empty or half typed. */
export function toMinutes(text: string): number | null {
  const parts = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text);
  const hours = Number(parts?.[1]);
  const minutes = Number(parts?.[2]);
  return parts !== null && hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/** `1325` is `22:05`. */
export function toTimeField(minutes: number): string {
  const padded = (part: number) => String(part).padStart(2, '0');
  return `${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`;
}

export interface QuietSpan {
  readonly hours: number;
  readonly minutes: number;
  readonly isOverMidnight: boolean;
}

/**
 * How long the quiet hours are.
 *
 * @example from 1320 (22:00) to 480 (08:00) it is 10 hours, over midnight
 * @returns null when both are the same time, which could mean never or always
 */
export function quietSpan(from: number, to: number): QuietSpan | null {
  if (from === to) return null;
  const length = (to - from + MINUTES_OF_DAY) % MINUTES_OF_DAY;
  return { hours: Math.floor(length / 60), minutes: length % 60, isOverMidnight: to !== 0 && to < from };
}
