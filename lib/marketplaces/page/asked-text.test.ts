import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { askedText, isLowestOfSeveral } from './asked-text';

const asked = (html: string) =>
  askedText(parseHTML(`<p class="full-price">${html}</p>`).document.querySelector('p'), 60);

test.each([
  ['<s>$220</s> $189', '$189'],
  ['$189 <del>$220</del>', '$189'],
  ['<span class="ux-textspans--STRIKETHROUGH">$220</span><b>$189</b>', '$189'],
  ['<span data-testid="initialPrice-container">$220</span><b>$189</b>', '$189'],
  ['<span class="compare-at-price">$220</span> $189', '$189'],
  ['<span style="text-decoration: line-through">$220</span> $189', '$189'],
  ['<span class="price">$220</span> <b>$189</b>', '$220 $189'],
  // Named so, and never reduced.
  ['<span class="full-price">$220</span>', '$220'],
  ['<s>$220</s>', null],
  ['<!-- $1 -->$189', '$189'],
])('%s', (html, text) => {
  expect(asked(html)).toBe(text);
});

test.each([
  ['From $90', true],
  ['ab 99,00 €', true],
  ['à partir de 99 €', true],
  ['starting at $90', true],
  ['$90', false],
  ['Absolute $90', false],
  [null, false],
])('%s is the lowest of several: %s', (text, is) => {
  expect(isLowestOfSeveral(text)).toBe(is);
});
