import { instant } from '@/lib/domain/time/instant';
import type { Clock } from './ports';

export function createClock(): Clock {
  return { now: () => instant(Date.now()) };
}
