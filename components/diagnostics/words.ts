import type { Diagnostics } from '@/lib/queries/diagnostics';
import { humanised } from '../ui/format';
import { tableText } from '../ui/table-text';
import { t } from '../ui/text';

type Run = Diagnostics['runs'][number];
type ErrorCode = NonNullable<Run['error']>['code'];

const JOBS: Record<Run['job'], () => string> = {
  outbox: () => t('job.outbox'),
  orders: () => t('job.orders'),
  listings: () => t('job.listings'),
  'listings-full': () => t('job.listingsFull'),
  products: () => t('job.products'),
  prices: () => t('job.prices'),
  'recent-sales': () => t('job.recentSales'),
  'find-watched': () => t('job.findWatched'),
  alerts: () => t('job.alerts'),
  reprice: () => t('job.reprice'),
  snapshot: () => t('job.snapshot'),
  housekeeping: () => t('job.housekeeping'),
};

export function jobText(job: Run['job']): string {
  return JOBS[job]?.() ?? humanised(job);
}

const ADVICE: Record<ErrorCode, () => string> = {
  'auth-expired': () => t('advice.newToken'),
  forbidden: () => t('advice.scopes'),
  'bad-request': () => t('advice.report'),
  'not-found': () => t('advice.itself'),
  conflict: () => t('advice.itself'),
  'rate-limited': () => t('advice.itself'),
  unavailable: () => t('advice.itself'),
  'bad-response': () => t('advice.report'),
  offline: () => t('advice.network'),
  timeout: () => t('advice.itself'),
  'unknown-outcome': () => t('advice.itself'),
  'breaker-open': () => t('advice.itself'),
  locked: () => t('advice.unlock'),
  'not-connected': () => t('advice.connect'),
  internal: () => t('advice.support'),
};

/** What is safe after such an error, and what a person can do about it. */
export function adviceText(code: ErrorCode): string {
  return ADVICE[code]?.() ?? t('advice.report');
}

export interface TableCount {
  readonly label: string;
  readonly rows: number;
  readonly bytes: number;
}

/** What is kept, in the seller's words; what only the machinery needs is one figure at the end. */
export function tableCounts(tables: Diagnostics['tables']): readonly TableCount[] {
  const named = tables.flatMap(({ name, rows, bytes }) => {
    const label = tableText(name);
    return label === null || rows === 0 ? [] : [{ label, rows, bytes }];
  });
  const rest = tables.filter(({ name }) => tableText(name) === null);
  const total = (of: 'rows' | 'bytes') => rest.reduce((sum, table) => sum + table[of], 0);
  if (total('rows') === 0) return named;
  return [...named, { label: t('table.rest'), rows: total('rows'), bytes: total('bytes') }];
}
