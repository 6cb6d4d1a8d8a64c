import { ACTIVITY_KINDS, type ActivityKind } from '@/lib/queries/activity-log';
import { periodChoice, type PeriodChoice } from '../bridge/local-time';
import type { Route } from '../ui/route';

/** What the screen is narrowed to, as the address keeps it. */
export interface ActivityFilter {
  readonly kind: ActivityKind | null;
  readonly ruleId: string | null;
  readonly runId: string | null;
  readonly problems: boolean;
  readonly period: PeriodChoice;
}

/** A week holds what one still remembers; older times are asked for. */
const USUAL: PeriodChoice = '7';

export function filterOf({ view, filter }: Pick<Route, 'view' | 'filter'>): ActivityFilter {
  const parts = new URLSearchParams(filter ?? '');
  return {
    kind: ACTIVITY_KINDS.find((kind) => kind === view) ?? null,
    ruleId: parts.get('rule') || null,
    runId: parts.get('run') || null,
    problems: parts.get('problems') === '1',
    period: periodChoice(parts.get('time')) ?? USUAL,
  };
}

/**
 * The same as the parts of an address; what is usual is left out.
 *
 * @example only problems of 30 days: `{ view: null, filter: 'problems=1&time=30' }`
 */
export function routeOf({ kind, ruleId, runId, problems, period }: ActivityFilter): Pick<Route, 'view' | 'filter'> {
  const parts = new URLSearchParams();
  if (ruleId !== null) parts.set('rule', ruleId);
  if (runId !== null) parts.set('run', runId);
  if (problems) parts.set('problems', '1');
  if (period !== USUAL) parts.set('time', period);
  const filter = parts.toString();
  return { view: kind, filter: filter === '' ? null : filter };
}
