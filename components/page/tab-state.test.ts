import { expect, test } from 'vitest';
import type { PageView } from '@/lib/messaging/page-view';
import { stateOfTab } from './tab-state';

const QUESTION = {
  site: 'goat',
  styleCode: 'DD1391-100',
  catalogId: null,
  run: 'men',
  bundle: false,
  sizes: [],
  price: null,
  taken: null,
  shipping: null,
} as const;

const VIEW = {
  generation: 1,
  status: 'reading',
  url: 'https://www.goat.com/sneakers/dunk-low',
  title: 'Dunk Low',
  brand: 'Nike',
  styleCode: { code: 'DD1391-100', layer: 'embedded', confidence: 0.9 },
  question: { ...QUESTION, sizes: [] },
  label: null,
  condition: 'new',
  availability: 'unknown',
  release: null,
  warnings: [],
  report: '',
} satisfies PageView;

test('what a card of the tab’s own site says is shown', () => {
  expect(stateOfTab('goat', VIEW)).toMatchObject({ state: 'page', site: 'goat', view: { title: 'Dunk Low' } });
});

test.each([
  ['another site’s question', { question: { ...VIEW.question, site: 'stockx' } }],
  ['another site’s address', { url: 'https://www.stockx.com/dunk-low' }],
  ['an address that is like it', { url: 'https://www.goat.com.evil.example/' }],
  ['an address that does something', { url: 'javascript:alert(1)' }],
  ['a question that is none', { question: { ...VIEW.question, styleCode: '' } }],
  ['more text than a card has', { report: 'x'.repeat(4001) }],
  ['a size of nobody', { question: { ...VIEW.question, sizes: [{ label: '10', value: 1000, price: null }] } }],
])('%s is not believed', (_, over) => {
  expect(stateOfTab('goat', { ...VIEW, ...over })).toEqual({ state: 'no-product', site: 'goat' });
});

test.each([null, 'text', 7, [], {}, { ...VIEW, status: 'gone' }])('%j shows no product', (sent) => {
  expect(stateOfTab('goat', sent)).toEqual({ state: 'no-product', site: 'goat' });
});

test('nothing is believed of a tab whose site is not allowed', () => {
  expect(stateOfTab(null, VIEW)).toEqual({ state: 'closed' });
});
