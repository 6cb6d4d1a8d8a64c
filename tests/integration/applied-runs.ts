import { applyRun } from '@/lib/commands/apply-run';
import { carryUndoWishes } from '@/lib/commands/carry-undo-wishes';
import { undoRun } from '@/lib/commands/undo-run';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { decideAnew } from '@/lib/jobs/reprice-decide';
import { decisionTables, readDecisionInputs } from '@/lib/queries/decision-inputs';
import { usd } from '../fixtures/builders';
import { carryOut, makeRepricing, makeShop, offer, PROFILE, type RepricingBooks } from './repricing-books';

const commandDeps = ({ db, clock, deps }: RepricingBooks) => ({
  db,
  now: () => clock.now(),
  newId: () => deps.random.id(),
});

export const apply = (books: RepricingBooks, runId: string, listingIds: readonly string[] | null = null) =>
  applyRun({ ...commandDeps(books), decide: () => decideAnew(books.deps) }, runId, listingIds);

const undoDeps = (books: RepricingBooks) => ({
  ...commandDeps(books),
  inputTables: decisionTables(books.db),
  inputs: (listingIds: readonly string[]) =>
    readDecisionInputs(books.db, { now: books.clock.now(), profile: PROFILE, regionId: null, listingIds }),
});

export const undo = (books: RepricingBooks, runId: string) => undoRun(undoDeps(books), runId);

export const lateDeps = (books: RepricingBooks) => ({
  ...undoDeps(books),
  readDrafts: async () => [],
  readListed: async () => [],
  freshMs: 0,
});

/** As the outbox does before every round. Nothing of what a person asked for themselves is among it here. */
export const carry = (books: RepricingBooks) => carryUndoWishes(books.db, async () => lateDeps(books));

export const pending = ({ db }: RepricingBooks) => db.outbox.where('state').equals('pending').toArray();

export const prices = async ({ db }: RepricingBooks) =>
  Object.fromEntries((await db.listings.toArray()).map(({ id, price }) => [id, price.minor / 100]));

/** By listing: from and to in dollars. */
export const written = (rows: readonly OutboxRow[]) =>
  Object.fromEntries(
    rows.map(({ entityId, write }) => [
      entityId,
      write.kind === 'listing/price' ? [write.from.minor / 100, write.to.minor / 100] : write.kind,
    ]),
  );

/** Two listings that a preview would lower, from $120 to $114 and from $130 to $124. */
export async function makePreview() {
  const books = await makeRepricing();
  await makeShop(books);
  await offer(books, { catalogId: 'other', own: [130], lowestAsk: usd(125), lastSale: usd(120) });
  await books.run();
  const [run] = await books.db.repricingRuns.toArray();
  return { ...books, runId: run?.id ?? '' };
}

/** The same, carried out: $114 and $124. */
export async function makeDone() {
  const books = await makePreview();
  await apply(books, books.runId);
  await carryOut(books);
  books.clock.pass(MINUTE_MS);
  return books;
}
