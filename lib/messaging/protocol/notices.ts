import * as z from 'zod/mini';
import { done } from './parts';

/** Notifications. */
export const NOTICES = {
  /** Shows one notification now, also in quiet hours, so that the person sees whether the system lets it through. */
  'notice/test': { from: 'page', effect: 'command', input: z.object({}), output: done },
} as const;
