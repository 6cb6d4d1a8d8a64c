import type { ArchvdDatabase } from '@/lib/db/database';

/** The seller's books, as the read models take them. */
export type Books = ArchvdDatabase;
