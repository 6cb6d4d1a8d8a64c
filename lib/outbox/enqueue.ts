import type { AnyTable, ArchvdDatabase } from '@/lib/db/database';
import { callJob } from '@/lib/db/repositories/jobs';
import { openWritesAbout } from '@/lib/db/repositories/open-writes';
import { noteOrderWrites } from '@/lib/db/repositories/order-writes';
import type { OutboxRow, WriteGroupKind, WriteGroupRow } from '@/lib/db/selling-rows';
import { isOrderKind, type Write, type WriteAuthor } from '@/lib/domain/outbox/write';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { standsTo } from './stands-to';

/** Time and ids are given, so that the same input gives the same rows. */
export interface EnqueueDeps {
  readonly db: ArchvdDatabase;
  now(): Instant;
  newId(): string;
}

/** A write as a command asks for it. */
export interface NewWrite {
  /** Of the outbox row, when another write has to wait for it; made when left out. */
  readonly id?: string;
  readonly entityId: string;
  readonly write: Write;
  /** Of the decision behind it, a row of `repricingDecisions` for a rule's; the row's own id when left out. */
  readonly decisionId?: string;
  /** Outbox rows that must be confirmed first. */
  readonly after?: readonly string[];
  /** Left out: a price that a person asked for is good for a day, anything else has no end. */
  readonly expiresAt?: Instant | null;
}

export interface NewGroup {
  readonly kind: WriteGroupKind;
  readonly by: WriteAuthor;
  readonly runId?: string | null;
  /** A rule's changes that a person looked at and let go; such ones need no live mode, but a pause stops them too. */
  readonly approved?: boolean;
}

export interface Enqueued {
  /** null: nothing was to be done. */
  readonly groupId: string | null;
  readonly accepted: number;
  /** Entities with something under way already. */
  readonly skipped: readonly { readonly id: string; readonly code: 'write-under-way' }[];
}

/** Tables a transaction around `enqueueGroup` must span, besides the command's own. */
export function enqueueTables(db: ArchvdDatabase): AnyTable[] {
  return [db.outbox, db.writeGroups, db.jobs, db.meta];
}

/**
 * Puts writes into the outbox as one command, and makes the outbox due; call it in the command's own transaction, so that
 * rows and intent commit together.
 *
 * A person's new wish replaces an older one about the same that was not sent yet; what is under way already is not
 * overtaken, and such a write is skipped. Writes about different things of a listing go out one after the other.
 */
export async function enqueueGroup(deps: EnqueueDeps, group: NewGroup, writes: readonly NewWrite[]): Promise<Enqueued> {
  const { db } = deps;
  const now = deps.now();
  const open = await openWritesAbout(
    db,
    writes.map(({ entityId }) => entityId),
  );
  const replaced: OutboxRow[] = [];
  const skipped: { id: string; code: 'write-under-way' }[] = [];
  const own = new Set<string>();
  const accepted = writes.filter((write) => {
    // Writes of one command may follow each other on the same listing: they say so by `after`.
    const others = own.has(write.entityId) ? [] : (open.get(write.entityId) ?? []);
    const standings = others.map((row) => ({ row, stands: standsTo(row, write.write, group.by) }));
    if (standings.some(({ stands }) => stands === 'waits')) {
      skipped.push({ id: write.entityId, code: 'write-under-way' });
      return false;
    }
    replaced.push(...standings.flatMap(({ row, stands }) => (stands === 'replaces' ? [row] : [])));
    own.add(write.entityId);
    return true;
  });
  if (accepted.length === 0) return { groupId: null, accepted: 0, skipped };
  const header: WriteGroupRow = {
    id: deps.newId(),
    createdAt: now,
    updatedAt: now,
    kind: group.kind,
    by: group.by,
    total: accepted.length,
    runId: group.runId ?? null,
    ...(group.approved === true ? { approved: true } : {}),
    undoneBy: null,
    dismissedAt: null,
  };
  const problem = { code: 'cancelled', message: '' } as const;
  await db.outbox.bulkPut(replaced.map((row) => ({ ...row, state: 'superseded', problem, updatedAt: now })));
  const rows = accepted.map((write) => toRow(deps, header, write));
  await db.outbox.bulkAdd(rows);
  await db.writeGroups.add(header);
  await noteOrderWrites(
    db,
    rows.flatMap(({ id, kind }) => (isOrderKind(kind) ? [id] : [])),
    now,
  );
  await callJob(db, 'outbox', now);
  return { groupId: header.id, accepted: accepted.length, skipped };
}

function toRow(deps: EnqueueDeps, header: WriteGroupRow, asked: NewWrite): OutboxRow {
  const id = asked.id ?? deps.newId();
  const { write } = asked;
  return {
    id,
    createdAt: header.createdAt,
    updatedAt: header.createdAt,
    kind: write.kind,
    state: 'pending',
    entityId: asked.entityId,
    decisionId: asked.decisionId ?? id,
    groupId: header.id,
    by: header.by,
    runId: header.runId,
    write,
    after: asked.after ?? [],
    attempts: 0,
    nextAt: header.createdAt,
    expiresAt: asked.expiresAt === undefined ? endOf(header, write) : asked.expiresAt,
    lease: null,
    sentAt: null,
    batchId: null,
    problem: null,
    conflict: null,
    externalId: 'externalId' in write ? write.externalId : null,
  };
}

/** Offline for days, a price would meet a market nobody has seen: it ends as too old, and can be tried again. */
const PRICE_LIFE_MS = DAY_MS;

function endOf({ by, createdAt }: WriteGroupRow, { kind }: Write): Instant | null {
  const namesPrice = kind === 'listing/price' || kind === 'listing/create';
  return by === 'user' && namesPrice ? shiftInstant(createdAt, PRICE_LIFE_MS) : null;
}
