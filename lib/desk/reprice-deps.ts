import { planRun } from '@/lib/domain/repricing/plan-run';
import type { RepriceDeps } from '@/lib/jobs/reprice';
import type { DeskParts } from './ports';

/** What a run of the rules works with, for the job as for a person who applies one. */
export function repriceDeps({
  reading,
  stored,
  repricing,
}: Pick<DeskParts, 'reading' | 'stored' | 'repricing'>): RepriceDeps {
  return {
    ...reading,
    ...repricing,
    guards: () => stored.get('repricingGuards'),
    feeProfile: () => stored.get('feeProfile'),
    plan: planRun,
  };
}
