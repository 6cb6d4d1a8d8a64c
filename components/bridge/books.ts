import type { freshness } from '@/lib/queries/freshness';

/** The seller's books, as the read models take them: screens hand them on and never look inside. */
export type Books = Parameters<typeof freshness>[0];
