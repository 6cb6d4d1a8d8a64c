import { MINUTE_MS, SECOND_MS } from '@/lib/domain/time/instant';
import { ageOf, exactTimeText } from './format';
import { t } from './text';
import { useNow } from './use-now';

const WORDS = {
  now: () => t('age.now'),
  s: (count: number) => t('age.seconds', [count]),
  min: (count: number) => t('age.minutes', [count]),
  h: (count: number) => t('age.hours', [count]),
  d: (count: number) => t('age.days', [count]),
};

/** `40 s`, `2 min`, `3 d` */
export function ageText(ms: number): string {
  const { count, unit } = ageOf(ms);
  return WORDS[unit](count);
}

export interface AgeProps {
  readonly at: number;
  /** Older than this and it turns amber. */
  readonly useByMs?: number;
}

/** How old something is; the exact time on hover. */
export function Age({ at, useByMs }: AgeProps) {
  const now = useNow(5 * SECOND_MS);
  const old = Math.max(0, now - at);
  const stale = useByMs !== undefined && old > useByMs + MINUTE_MS / 2;
  return (
    <time
      className="archvd-figure"
      dateTime={new Date(at).toISOString()}
      title={exactTimeText(at)}
      style={stale ? { color: 'var(--archvd-needs-you)' } : undefined}
    >
      {ageText(old)}
    </time>
  );
}
