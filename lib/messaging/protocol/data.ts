import * as z from 'zod/mini';
import { done, failure, text } from './parts';

/** As `JobName` of the database. */
const JOB_NAMES = [
  'outbox',
  'orders',
  'listings',
  'listings-full',
  'products',
  'prices',
  'recent-sales',
  'find-watched',
  'alerts',
  'reprice',
  'snapshot',
  'housekeeping',
] as const;

/** A daily copy, or a file the page has put where the worker finds it. */
const copy = z.object({ kind: z.enum(['snapshot', 'upload']), name: text(100) });

/** What lies on this device, by kind; null where it cannot be counted. */
const traces = z.array(z.object({ what: text(40), count: z.nullable(z.int()) }));

const refused = z.object({ ok: z.literal(false), error: failure });

/** Backups, deleting everything, and the clockwork as Diagnostics shows it. */
export const DATA = {
  /** Makes one job due and starts it; answers at once. */
  'job/run': { from: 'page', effect: 'command', input: z.object({ job: z.enum(JOB_NAMES) }), output: done },
  /** Writes the books to a private file that the page then hands to the person. */
  'backup/make': {
    from: 'page',
    effect: 'command',
    input: z.object({}),
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), name: z.string(), at: z.int(), bytes: z.int(), rows: z.int() }),
      refused,
    ]),
  },
  /** Reads and checks a copy; changes nothing. `before` is null when the present books do not open. */
  'backup/preview': {
    from: 'page',
    effect: 'read',
    input: z.object({ copy }),
    output: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        createdAt: z.int(),
        schemaVersion: z.int(),
        isOlder: z.boolean(),
        tables: z.array(z.object({ name: z.string(), before: z.nullable(z.int()), after: z.int() })),
      }),
      refused,
    ]),
  },
  /** `safety` names the daily copy of what was there before, for undo; null when that could not be read. */
  'backup/restore': {
    from: 'page',
    effect: 'command',
    input: z.object({ copy }),
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), rows: z.int(), safety: z.nullable(z.string()) }),
      refused,
    ]),
  },
  /** Takes away a file that was put there for a preview, or that was downloaded. */
  'backup/discard': { from: 'page', effect: 'command', input: z.object({ name: text(100) }), output: done },
  /** What lies on this device now. */
  'data/traces': { from: 'page', effect: 'read', input: z.object({}), output: z.object({ traces }) },
  /** Deletes everything. `after` is counted anew, when it is done. */
  'data/delete-all': {
    from: 'page',
    effect: 'command',
    input: z.object({}),
    output: z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), before: traces, after: traces }), refused]),
  },
} as const;
