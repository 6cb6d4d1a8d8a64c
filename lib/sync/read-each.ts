import type { SyncVerdict } from './sync-run';

interface EachParts<Item, Answer> {
  readonly items: readonly Item[];
  ask(item: Item): Promise<Answer>;
  /** Commits what was answered. */
  keep(item: Item, answer: Answer): Promise<void>;
  shouldYield(): boolean;
}

/**
 * Asks for one thing after another, the next question already under way while the last answer is being committed.
 *
 * @returns `more` when the turn's time was used up before the last item
 * @throws whatever `ask` or `keep` threw; answers before it are committed
 */
export async function readEach<Item, Answer>(parts: EachParts<Item, Answer>): Promise<SyncVerdict> {
  const { items } = parts;
  let under = items[0] === undefined ? null : settled(parts.ask(items[0]));
  for (const [nth, item] of items.entries()) {
    const result = await under;
    if (result === null) return 'more';
    if (result.status === 'rejected') throw result.reason;
    const next = items[nth + 1];
    under = next === undefined || parts.shouldYield() ? null : settled(parts.ask(next));
    await parts.keep(item, result.value);
  }
  return 'done';
}

/** Held until it is wanted: a question that fails while a commit runs must not be an unhandled rejection. */
async function settled<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [result] = await Promise.allSettled([promise]);
  return result;
}
