/** What stands in an open field, and which drawing of it is the present one. */
interface Held {
  readonly text: string;
  readonly owner: object;
}

/**
 * What is typed into fields of a list and neither kept nor left. A list that changes draws its rows anew at other places:
 * the field of a thing that moved is drawn anew with it, and goes on with what was typed into it.
 */
export class HalfTyped {
  readonly #held = new Map<string, Held>();

  /** What was typed into the open field of this thing; undefined when it is not open. */
  read(of: string): string | undefined {
    return this.#held.get(of)?.text;
  }

  /** The field is open and holds this. Of two drawings the later one is meant. */
  hold(of: string, owner: object, text: string): void {
    this.#held.set(of, { owner, text });
  }

  /** Kept, or left as it was. */
  forget(of: string): void {
    this.#held.delete(of);
  }

  /** The field is gone from the page: unless it is drawn elsewhere in the same turn, what was typed goes with it. */
  leave(of: string, owner: object): void {
    setTimeout(() => {
      if (this.#held.get(of)?.owner === owner) this.#held.delete(of);
    });
  }
}

export const halfTyped = new HalfTyped();
