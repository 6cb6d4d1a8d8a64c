import * as z from 'zod/mini';
import { done } from './parts';

/** Reading anew, and stopping it. */
export const SYNC = {
  /** Makes every reading job due and starts it; answers at once, progress is in the `jobRuns` table. */
  'sync/now': { from: 'page', effect: 'command', input: z.object({ full: z.boolean() }), output: done },
  'sync/cancel': { from: 'page', effect: 'command', input: z.object({}), output: done },
} as const;
