import * as z from 'zod/mini';
import { SITE_IDS } from '@/lib/domain/sites/site';
import { done, text } from './parts';

/** Sites whose pages may ask. */
export const site = z.enum(SITE_IDS);
export const catalogId = text(200).check(z.minLength(1));

/** What a click on the card asks for; answered in the click's own turn, so the worker has its schema at hand. */
export const OPEN_PANEL = {
  /**
   * Opens the product in the side panel, or in the dashboard where there is none. A read, since doing it twice does
   * nothing more, and a command would first wait for the store, which loses the click the browser wants to see.
   */
  'page/open-panel': {
    from: 'content',
    effect: 'read',
    input: z.object({ site, catalogId: z.nullable(catalogId), query: text(100) }),
    output: done,
  },
} as const;
