/** What a search looks at: words a person may type for a pair or product. */
export interface Searchable {
  readonly styleCode: string | null;
  readonly name: string;
  readonly brand: string;
  readonly size: number | null;
}

/**
 * Whether every word of `text` is found: inside the name, the brand or the style code (with or without its hyphen), or
 * as the size itself. Nothing typed matches everything.
 *
 * @example `createMatcher('dd1391100')`, `('panda 10')`, `('DD1391 100')` and `('us10 dunk')` all match DD1391-100, Dunk Low Panda, size 10
 */
export function createMatcher(text: string): (row: Searchable) => boolean {
  const code = plain(text);
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (row) => {
    const rowCode = plain(row.styleCode ?? '');
    if (code.length >= 4 && rowCode.includes(code)) return true;
    const title = `${row.name} ${row.brand}`.toLowerCase();
    return words.every((word) => title.includes(word) || isSize(word, row.size) || inCode(word, rowCode));
  };
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function inCode(word: string, rowCode: string): boolean {
  const code = plain(word);
  return code.length >= 3 && rowCode.includes(code);
}

function isSize(word: string, size: number | null): boolean {
  const typed = /^(?:us|uk|eu|jp)?(\d{1,2}(?:\.5)?)$/.exec(word);
  return typed !== null && Number(typed[1]) === size;
}
