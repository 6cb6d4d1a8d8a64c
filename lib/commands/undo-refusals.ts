import type { WriteProblemCode } from '@/lib/domain/outbox/write';

/** What the codes of a plan are called where a write has ended. */
export const UNDO_REFUSALS: Readonly<Record<string, WriteProblemCode>> = {
  'below-floor': 'below-floor',
  'cost-unknown': 'floor-unknown',
  'fees-unknown': 'floor-unknown',
  'rate-unknown': 'floor-unknown',
  'floor-unreachable': 'floor-unknown',
  currency: 'floor-unknown',
  'floor-unknown': 'floor-unknown',
  'at-offer': 'at-offer',
  'would-sell-at-once': 'at-offer',
  'changed-elsewhere': 'changed-elsewhere',
  'changed-since': 'changed-elsewhere',
  'not-live': 'changed-elsewhere',
  gone: 'gone',
  sold: 'gone',
  'not-found': 'gone',
  'pair-away': 'gone',
};
