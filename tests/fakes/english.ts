import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The strings of locales/en.yml, for tests that read what a person reads:
 * `vi.mock('#i18n', () => import('@/tests/fakes/english'))`. The browser's own look-up exists only in a browser.
 */

type Entry = string | { one: string; many: string };

const ENTRY = /^ {2}(\w+): ?(.*)$/;
const PLURAL = /^ {4}(1|n): ?(.*)$/;

function unquoted(text: string): string {
  const quote = text.at(0);
  if (quote !== "'" && quote !== '"') return text;
  const inside = text.slice(1, -1);
  return quote === "'" ? inside.replaceAll("''", "'") : inside;
}

/** The two levels that the file has: sections, and in them strings or a pair of one and many. */
function parseStrings(yaml: string): ReadonlyMap<string, Entry> {
  const strings = new Map<string, Entry>();
  let [section, key] = ['', ''];
  for (const line of yaml.split('\n')) {
    const head = /^(\w+):$/.exec(line);
    const entry = ENTRY.exec(line);
    const plural = PLURAL.exec(line);
    if (head !== null) section = head[1] ?? '';
    else if (entry !== null) {
      key = `${section}.${entry[1] ?? ''}`;
      if (entry[2] !== '') strings.set(key, unquoted(entry[2] ?? ''));
    } else if (plural !== null) {
      const before = strings.get(key);
      const known = typeof before === 'object' ? before : { one: '', many: '' };
      const text = unquoted(plural[2] ?? '');
      strings.set(key, plural[1] === '1' ? { ...known, one: text } : { ...known, many: text });
    }
  }
  return strings;
}

const strings = parseStrings(readFileSync(join(import.meta.dirname, '../../locales/en.yml'), 'utf8'));

function translate(key: string, ...rest: readonly unknown[]): string {
  const count = typeof rest[0] === 'number' ? rest[0] : null;
  const words = rest.find((each): each is readonly (string | number)[] => Array.isArray(each)) ?? [];
  const entry = strings.get(key);
  if (entry === undefined) throw new Error(`locales/en.yml has no ${key}`);
  const text = typeof entry === 'string' ? entry : count === 1 ? entry.one : entry.many;
  return text.replaceAll(/\$(\$|\d)/g, (_, which: string) =>
    which === '$' ? '$' : String(words[Number(which) - 1] ?? (words.length === 0 && count !== null ? count : '')),
  );
}

export const i18n = { t: translate };
