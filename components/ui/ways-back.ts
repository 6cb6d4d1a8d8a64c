/** What was done last and can be taken back. */
interface WayBack {
  readonly id: string;
  readonly takeBack: () => void;
}

/** How long keys that ask for the way back wait for a change that is still on its way, in milliseconds. */
const PATIENCE_MS = 2000;

/**
 * The newest way back. The keys may be quicker than the answer to a change, since the books show it before the answer
 * is there: then that change is meant, not the one before it, and it is taken back as soon as it can be.
 */
export class WaysBack {
  #newest: WayBack | null = null;
  #onTheirWay = 0;
  #waiting: ReturnType<typeof setTimeout> | null = null;

  /** Counts a change as on its way until what is answered is called. */
  begin(): () => void {
    this.#onTheirWay += 1;
    // Who asked for the change offers its way back after the answer, so it stays on its way one turn longer.
    return () => setTimeout(() => this.#end());
  }

  /** What was waited for is taken back at once. */
  offer(way: WayBack): void {
    this.#newest = way;
    if (this.#waiting !== null) this.#takeNewest();
  }

  /** The keys: takes back the newest, or what is on its way once it is there. */
  press(): void {
    if (this.#onTheirWay === 0) this.#takeNewest();
    else this.#waiting ??= setTimeout(() => this.#takeNewest(), PATIENCE_MS);
  }

  /** A way back that was taken by its button, or is no longer offered, does not answer to the keys. */
  forget(id: string): void {
    if (this.#newest?.id === id) this.#newest = null;
  }

  #end(): void {
    this.#onTheirWay -= 1;
    if (this.#onTheirWay === 0 && this.#waiting !== null) this.#takeNewest();
  }

  #takeNewest(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = null;
    const newest = this.#newest;
    this.#newest = null;
    newest?.takeBack();
  }
}

export const waysBack = new WaysBack();
