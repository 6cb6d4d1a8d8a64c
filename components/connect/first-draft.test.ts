import { expect, test } from 'vitest';
import { SETTINGS } from '@/lib/settings/registry';
import { firstDraft } from './first-draft';

const profile = SETTINGS.feeProfile.fallback;
const GUESS = { country: 'GB', currency: 'GBP' } as const;

test('what nobody chose is filled with what is supposed', () => {
  const draft = firstDraft({ currency: 'USD', region: null, profile }, GUESS);
  expect(draft).toEqual({ currency: 'GBP', region: null, profile: { ...profile, country: 'GB' } });
});

test('what somebody chose stays', () => {
  const chosen = { currency: 'EUR', region: '2', profile: { ...profile, country: 'DE', rating: 70 } } as const;
  expect(firstDraft(chosen, GUESS)).toEqual(chosen);
});

test('nothing supposed, nothing changed', () => {
  const stored = { currency: 'USD', region: null, profile } as const;
  expect(firstDraft(stored, { country: null, currency: null })).toEqual(stored);
});
