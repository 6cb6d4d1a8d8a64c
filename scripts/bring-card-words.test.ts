import { expect, test } from 'vitest';
import { sourceOf } from './bring-card-words';

type GetMessage = (key: string, given?: readonly string[]) => string;

async function messages(words: Readonly<Record<string, string>>): Promise<GetMessage> {
  const url = `data:text/javascript,${encodeURIComponent(sourceOf(words))}`;
  const { browser } = (await import(/* @vite-ignore */ url)) as { browser: { i18n: { getMessage: GetMessage } } };
  return browser.i18n.getMessage;
}

test('words are put in as the browser puts them in', async () => {
  const getMessage = await messages({
    card_plain: 'Add',
    card_two: '$2 before $1, $1 again',
    card_dollar: '$$5 and $1',
    card_gone: '[$3]',
    card_quote: 'A "pair"\nand \\ more',
  });
  expect(getMessage('card_plain')).toBe('Add');
  expect(getMessage('card_two', ['a', 'b'])).toBe('b before a, a again');
  expect(getMessage('card_dollar', ['$1'])).toBe('$5 and $1');
  expect(getMessage('card_gone', ['a'])).toBe('[]');
  expect(getMessage('card_quote')).toBe('A "pair"\nand \\ more');
  expect(getMessage('card_none')).toBe('');
});
