import { describe, expect, test, vi } from 'vitest';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { pageSizeText } from '@/lib/messaging/look-words';
import { makeReading } from '@/tests/fixtures/pages/make-reading';
import { NOTHING_TOLD } from './card-question';
import { gapWords, matchText } from './card-words';

// Words by their keys: what they say is the language's.
vi.mock('./text', () => ({ t: (key: string) => key }));

describe('a size as the card writes it', () => {
  test.each<[string, number | null, string]>([
    ['10', 10, 'US 10'],
    ['10,5', 10.5, 'US 10,5'],
    ['8W', 8, 'US 8W'],
    ['US 10', 10, 'US 10'],
    ['EU 44', 10, 'EU 44 = US 10'],
    ['44', 10, '44 = US 10'],
    ['UK 6 (EU 40)', 7, 'UK 6 (EU 40) = US 7'],
    ['44', null, '44'],
    ['6', null, '6'],
  ])('%s of US %s', (label, usSize, text) => {
    expect(pageSizeText({ label, usSize })).toBe(text);
  });
});

test('what a landed cost lacks, each once', () => {
  expect(gapWords(['buyer-fee', 'buyer-fixed-fee', 'shipping', 'duty'])).toBe(
    'card.gap.fees, card.gap.shipping, card.gap.duty',
  );
  expect(gapWords(['duty', 'added-rate'])).toBe('card.gap.duty');
  expect(gapWords([])).toBe('');
});

test('how a product was met: what the page says outranks what the person says', () => {
  const code = 'DD1391-100' as StyleCode;
  const { identity } = makeReading();
  const by = (source: 'embedded' | 'slug' | 'title') =>
    makeReading({
      identity: { ...identity, styleCode: { canonical: code, raw: code, all: [], source, confidence: 1 } },
    });
  const told = { ...NOTHING_TOLD, styleCode: code };
  expect([matchText(by('embedded'), told), matchText(by('slug'), told), matchText(by('title'), told)]).toEqual([
    'card.match.data',
    'card.match.address',
    'card.match.title',
  ]);
  expect(matchText(makeReading(), told)).toBe('card.match.you');
  expect(matchText(makeReading(), NOTHING_TOLD)).toBeNull();
});
