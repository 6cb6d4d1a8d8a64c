/** What a search looks at: words a person may type for a pair or product. */
export interface Searchable {
  readonly styleCode: string | null;
  readonly name: string;
  readonly brand: string;
  readonly size: number | null;
}

/** The same made ready once, so that thousands of rows can be looked through between two keystrokes. */
export interface Prepared {
  /** Every word that counts, in lower case. */
  readonly title: string;
  /** Letters and digits of the style code, in lower case. */
  readonly code: string;
  readonly size: number | null;
}

/** @param more further words that count, such as tags or a shelf */
export function prepareSearch(row: Searchable, more: readonly string[] = []): Prepared {
  return {
    title: [row.name, row.brand, ...more].join(' ').toLowerCase(),
    code: plain(row.styleCode ?? ''),
    size: row.size,
  };
}

/**
 * Whether every word of `text` is found: inside the name, the brand or the style code (with or without its hyphen), or
 * as the size itself. Nothing typed matches everything.
 *
 * @example `createMatcher('dd1391100')`, `('panda 10')`, `('DD1391 100')` and `('us10 dunk')` all match DD1391-100, Dunk Low Panda, size 10
 */
export function createMatcher(text: string): (row: Searchable) => boolean {
  const matches = createPreparedMatcher(text);
  return (row) => matches(prepareSearch(row));
}

/** As `createMatcher`, for rows that were made ready before. */
export function createPreparedMatcher(text: string): (row: Prepared) => boolean {
  const code = plain(text);
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ word, code: plain(word), size: sizeOf(word) }));
  return (row) => {
    if (code.length >= 4 && row.code.includes(code)) return true;
    return words.every(
      (each) =>
        row.title.includes(each.word) ||
        (each.size !== null && each.size === row.size) ||
        (each.code.length >= 3 && row.code.includes(each.code)),
    );
  };
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function sizeOf(word: string): number | null {
  const typed = /^(?:us|uk|eu|jp)?(\d{1,2}(?:\.5)?)$/.exec(word);
  return typed === null ? null : Number(typed[1]);
}
