import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { READING_JOBS } from '../../lib/jobs/job-plan';
import { readTables } from '../read-tables';

const LOOK_EVERY_MS = 500;

const jobRow = z.object({ id: z.string(), lastSuccessAt: z.number().nullable(), failures: z.number() });
const jobRunRow = z.object({
  job: z.string(),
  startedAt: z.number(),
  finishedAt: z.number().nullable(),
  outcome: z.string(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
const listingRow = z.object({ catalogId: z.string(), status: z.string() });
const productRow = z.object({ catalogId: z.string() });

type JobRun = z.infer<typeof jobRunRow>;

/**
 * Waits until everything a seller has is in the extension's own database: each reading job has succeeded, every listed
 * model has its product, and every model on sale has a price.
 *
 * @returns how long it took, from the start of the first run to the end of the last one
 */
export async function waitForFirstSync(page: Page, withinMs: number): Promise<{ firstSyncMs: number }> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const { missing, runs } = await lookAt(page);
    if (missing.length === 0) return { firstSyncMs: spanOf(runs) };
    if (Date.now() > deadline) throw new Error(tooLong(withinMs, missing, runs));
    await sleep(LOOK_EVERY_MS);
  }
}

async function lookAt(page: Page): Promise<{ missing: string[]; runs: JobRun[] }> {
  const tables = await readTables(page, ['jobs', 'jobRuns', 'listings', 'products', 'marketPrices']);
  const jobs = z.array(jobRow).parse(tables.jobs);
  const succeeded = new Set(jobs.filter((job) => job.lastSuccessAt !== null).map((job) => job.id));
  const listings = z.array(listingRow).parse(tables.listings);
  const products = new Set(
    z
      .array(productRow)
      .parse(tables.products)
      .map((row) => row.catalogId),
  );
  const priced = new Set(
    z
      .array(productRow)
      .parse(tables.marketPrices)
      .map((row) => row.catalogId),
  );
  const without = (known: Set<string>, rows: typeof listings) =>
    new Set(rows.map((row) => row.catalogId).filter((id) => !known.has(id))).size;
  const noProduct = without(products, listings);
  const noPrice = without(
    priced,
    listings.filter((row) => row.status === 'active'),
  );
  const missing = READING_JOBS.filter((job) => !succeeded.has(job)).map((job) => `${job} not finished`);
  if (noProduct > 0) missing.push(`${noProduct} models without product`);
  if (noPrice > 0) missing.push(`${noPrice} models on sale without price`);
  return { missing, runs: z.array(jobRunRow).parse(tables.jobRuns) };
}

function spanOf(runs: JobRun[]): number {
  const reading = runs.filter((run) => READING_JOBS.some((job) => job === run.job) && run.outcome === 'done');
  const ends = reading.flatMap((run) => run.finishedAt ?? []);
  return Math.max(...ends) - Math.min(...reading.map((run) => run.startedAt));
}

function tooLong(withinMs: number, missing: string[], runs: JobRun[]): string {
  const errors = runs.flatMap((run) => (run.error ? [`${run.job}: ${run.error.code} (${run.error.message})`] : []));
  const said = errors.length > 0 ? ` The runs said: ${[...new Set(errors)].join('; ')}.` : '';
  return `The first sync was not complete after ${withinMs / 1000} s: ${missing.join(', ')}.${said}`;
}
