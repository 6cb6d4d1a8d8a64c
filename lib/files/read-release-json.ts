import * as z from 'zod/mini';
import { readDay, type DayOrder } from '@/lib/domain/releases/read-day';
import { parseInstant } from '@/lib/domain/time/instant';
import { addressOf, codeIn, lineOf, onceEach, priceOf } from './release-entry';
import type { ReadReleases, ReleaseEntry, ReleaseProblem } from './release-entry';

const word = z.optional(z.nullable(z.union([z.string(), z.number()])));
const item = z.looseObject({
  id: word,
  uid: word,
  name: word,
  title: word,
  brand: word,
  styleCode: word,
  style_code: word,
  sku: word,
  date: word,
  releaseDate: word,
  release_date: word,
  date_published: word,
  retailPrice: word,
  retail_price: word,
  price: word,
  currency: word,
  url: word,
  external_url: word,
  note: word,
  summary: word,
  content_text: word,
});
const items = z.array(z.unknown());
const feed = z.union([
  items,
  z.looseObject({ items }),
  z.looseObject({ releases: items }),
  z.looseObject({ events: items }),
]);

type Item = z.infer<typeof item>;

/** Reads a list of releases, or a feed that holds one (`items` as in JSON Feed 1.1, `releases`, `events`). */
export function readReleaseJson(text: string, order: DayOrder | null): ReadReleases {
  const list = listOf(text);
  if (list === null) return { ok: false, problem: 'broken' };
  const entries: (ReleaseEntry & { readonly line: number })[] = [];
  const problems: ReleaseProblem[] = [];
  for (const [nth, raw] of list.entries()) {
    const parsed = item.safeParse(raw);
    const read: ReleaseProblem | (ReleaseEntry & { readonly line: number }) = parsed.success
      ? readItem(parsed.data, nth + 1, order)
      : { line: nth + 1, text: '', reason: 'broken' };
    if ('reason' in read) problems.push(read);
    else entries.push(read);
  }
  return onceEach(entries, problems);
}

function listOf(text: string): readonly unknown[] | null {
  try {
    const parsed = feed.safeParse(JSON.parse(text.replace(/^\ufeff/, '')));
    if (!parsed.success) return null;
    if (Array.isArray(parsed.data)) return parsed.data;
    const named = Object.entries(parsed.data).find(([name]) => ['items', 'releases', 'events'].includes(name));
    return Array.isArray(named?.[1]) ? (named[1] as unknown[]) : null;
  } catch {
    return null;
  }
}

function readItem(
  told: Item,
  line: number,
  order: DayOrder | null,
): (ReleaseEntry & { readonly line: number }) | ReleaseProblem {
  const first = (most: number, ...names: readonly (keyof Item)[]): string =>
    names.map((name) => lineOf(told[name], most)).find((text) => text !== '') ?? '';
  const name = first(200, 'name', 'title');
  if (name === '') return { line, text: first(60, 'id', 'uid', 'url'), reason: 'no-name' };
  const date = first(60, 'releaseDate', 'release_date', 'date', 'date_published');
  const day = readDay(date, order);
  if (!day.ok)
    return { line, text: `${name}: ${date}`, reason: day.reason === 'ambiguous' ? 'ambiguous-date' : 'no-date' };
  const note = first(1000, 'note', 'summary', 'content_text');
  const styleCode = codeIn(first(60, 'styleCode', 'style_code', 'sku'), name, note);
  return {
    line,
    ref: `json:${first(250, 'id', 'uid') || (styleCode ?? name.toLowerCase())}`,
    name,
    brand: first(100, 'brand'),
    styleCode,
    date: day.day,
    at: parseInstant(date),
    retailPrice: priceOf(first(40, 'retailPrice', 'retail_price', 'price'), first(10, 'currency')),
    url: addressOf(first(500, 'url', 'external_url')),
    note,
  };
}
