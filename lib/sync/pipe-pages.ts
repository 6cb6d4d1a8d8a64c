import { hasCode } from '@/lib/domain/errors/market-error';
import type { Page } from '@/lib/marketplaces/contract/page';

/** At most this many pages in one transaction: what a worker's death could cost, and what a transaction may hold. */
const LARGEST_GROUP = 25;

interface PipeParts<T> {
  readonly first: string | null;
  fetch(token: string | null): Promise<Page<T>>;
  /** Commits pages in order; `stop` ends the reading although more pages exist. */
  commit(pages: readonly Page<T>[]): Promise<'go-on' | 'stop'>;
  shouldYield(): boolean;
  /** Fetch on while a commit runs. Off for polls, which often need no second page. */
  readonly ahead: boolean;
}

/**
 * Reads pages in order and commits them in order, in groups: whatever arrived while the last group was being
 * committed. A slow marketplace thus commits page by page, a fast one is not held up by the disk.
 *
 * @returns `end` after the last page, `stop` when a commit said so, `yield` when the turn's time was used up
 * @throws whatever `fetch` or `commit` threw; pages that had arrived before are committed first
 */
export async function pipePages<T>(parts: PipeParts<T>): Promise<'end' | 'stop' | 'yield'> {
  const commits = new GroupCommits(parts);
  let token = parts.first;
  do {
    const page = await parts.fetch(token).catch(async (error: unknown) => {
      await commits.settle();
      throw error;
    });
    commits.add(page);
    token = page.next;
    if (!parts.ahead || commits.waiting >= LARGEST_GROUP) await commits.settle();
  } while (token !== null && !commits.ended && !parts.shouldYield());
  await commits.settle();
  if (commits.stopped) return 'stop';
  return token === null ? 'end' : 'yield';
}

/**
 * `fetch`, except that a stored token the marketplace no longer takes makes the reading begin anew: page tokens are
 * promised to last for no time at all, and one that is refused today is refused for ever.
 *
 * @param stored the token to go on from; one that came with a page just now is not forgiven
 * @param restart forgets what was read so far
 */
export function withFreshStart<T>(
  fetch: (token: string | null) => Promise<Page<T>>,
  stored: string | null,
  restart: () => void,
): (token: string | null) => Promise<Page<T>> {
  let first = true;
  return async (token) => {
    const forgiving = first && stored !== null;
    first = false;
    try {
      return await fetch(token);
    } catch (error) {
      if (!forgiving || !hasCode(error, 'bad-request')) throw error;
      restart();
      return fetch(null);
    }
  };
}

/** One commit at a time; pages that arrive meanwhile wait and go together. */
class GroupCommits<T> {
  stopped = false;
  #waiting: Page<T>[] = [];
  #running: Promise<void> | null = null;
  #failure: { readonly error: unknown } | null = null;

  constructor(private readonly parts: Pick<PipeParts<T>, 'commit'>) {}

  get waiting(): number {
    return this.#waiting.length;
  }

  get ended(): boolean {
    return this.stopped || this.#failure !== null;
  }

  add(page: Page<T>): void {
    this.#waiting.push(page);
    this.#start();
  }

  /** Resolves when nothing waits and nothing runs. */
  async settle(): Promise<void> {
    while (this.#running !== null) await this.#running;
    if (this.#failure !== null) throw this.#failure.error;
  }

  #start(): void {
    if (this.#running !== null || this.ended || this.#waiting.length === 0) return;
    const group = this.#waiting;
    this.#waiting = [];
    this.#running = this.#commit(group).then(() => {
      this.#running = null;
      this.#start();
    });
  }

  async #commit(group: readonly Page<T>[]): Promise<void> {
    try {
      if ((await this.parts.commit(group)) === 'stop') this.stopped = true;
    } catch (error) {
      this.#failure = { error };
    }
  }
}
