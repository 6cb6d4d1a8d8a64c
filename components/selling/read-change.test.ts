import { expect, test, vi } from 'vitest';
import { readChange, type ChangeKind } from './read-change';

// The words themselves live in the browser; here their keys stand for them.
vi.mock('../ui/text', () => ({ t: (key: string) => key }));

test.each<[ChangeKind, string, unknown]>([
  ['undercut', '', { kind: 'below-ask', by: { minor: 100, currency: 'USD' } }],
  ['match', 'whatever', { kind: 'below-ask', by: { minor: 0, currency: 'USD' } }],
  ['set', '$115', { kind: 'set', to: { minor: 11_500, currency: 'USD' } }],
  ['by', '-5', { kind: 'by', amount: { minor: -500, currency: 'USD' } }],
  ['by', '\u2212 $5', { kind: 'by', amount: { minor: -500, currency: 'USD' } }],
  ['by', '+5', { kind: 'by', amount: { minor: 500, currency: 'USD' } }],
  ['percent', '-2.5 %', { kind: 'percent', basisPoints: -250 }],
  ['percent', '3', { kind: 'percent', basisPoints: 300 }],
  ['floor', '10', { kind: 'above-floor', by: { minor: 1000, currency: 'USD' } }],
])('%s "%s"', (kind, text, change) => {
  expect(readChange(kind, text, 'USD')).toEqual({ ok: true, change });
});

test.each<[ChangeKind, string]>([
  ['set', '115.50'],
  ['set', '£115'],
  ['by', 'five'],
  ['by', '-£5'],
  ['percent', 'much'],
  ['floor', '-10'],
])('%s "%s" is refused with a reason', (kind, text) => {
  const read = readChange(kind, text, 'USD');
  expect(read).toMatchObject({ ok: false });
  expect(!read.ok && read.problem).toBeTruthy();
});

test.each<ChangeKind>(['set', 'by', 'percent', 'floor'])('%s: nothing typed is no problem yet', (kind) => {
  expect(readChange(kind, ' ', 'USD')).toEqual({ ok: false, problem: null });
});
