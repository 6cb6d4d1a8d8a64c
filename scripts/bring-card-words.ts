import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import type { Plugin } from 'vite';

const LOCALES = fileURLToPath(new URL('../locales', import.meta.url));
const SECTION = 'card_';
const MODULE = '\0the-cards-words';

/**
 * For the card's script: it brings its own words along. The browser gives a script its words only with those of all
 * screens, the first time in every page, and the page stands still meanwhile.
 */
export function bringCardWords(): Plugin {
  return {
    name: 'bring-card-words',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id === '@wxt-dev/browser' && importer?.includes('@wxt-dev/i18n') === true ? MODULE : null,
    load: async (id) => (id === MODULE ? sourceOf(await readWords()) : null),
  };
}

/** A second language must not be lost on the card: then the table is to be chosen by the browser's. */
async function readWords(): Promise<Record<string, string>> {
  const files = readdirSync(LOCALES);
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error('The card brings the words of one language along.');
  const all = Object.entries(generateChromeMessages(await parseMessagesFile(join(LOCALES, file))));
  const own = all.filter(([key]) => key.startsWith(SECTION));
  return Object.fromEntries(own.map(([key, { message }]) => [key, message]));
}

/** `getMessage` as browsers have it: `$1` to `$9` are the given words, `$$` is a dollar. */
export function sourceOf(words: Readonly<Record<string, string>>): string {
  return `const words = ${JSON.stringify(words)};
const getMessage = (key, given = []) =>
  (words[key] ?? '').replace(/\\$(?:([1-9])|(\\$+))/g, (_all, nth, dollars) => dollars ?? given[nth - 1] ?? '');
export const browser = { i18n: { getMessage } };`;
}
