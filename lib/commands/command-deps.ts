import type { ArchvdDatabase } from '@/lib/db/database';
import type { Instant } from '@/lib/domain/time/instant';

/** What every command needs; time and ids are given, so that the same input gives the same rows. */
export interface CommandDeps {
  readonly db: ArchvdDatabase;
  now(): Instant;
  newId(): string;
}

/** Why a command was refused, in words for a person. Nothing was changed. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(
    readonly code: 'not-found' | 'unknown-currency' | 'bad-value' | 'already-sold' | 'too-many' | 'not-allowed',
    message: string,
  ) {
    super(message);
  }
}
