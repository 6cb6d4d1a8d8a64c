import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { defaultProfile } from '@/lib/domain/sites/default-profiles';
import { SITE_IDS } from '@/lib/domain/sites/site';
import type { SiteProfile } from '@/lib/domain/sites/site-profile';
import { draftOf, readDraft, type ProfileDraft } from './site-profile-draft';

const usd = (dollars: number) => money(Math.round(dollars * 100), 'USD');
const DRAFT = draftOf(defaultProfile('stockx'), 'USD');
const read = (given: Partial<ProfileDraft>) => readDraft({ ...DRAFT, ...given });

describe('a profile as texts', () => {
  test('what is not known is empty, and nothing is 0', () => {
    expect(DRAFT).toMatchObject({
      currency: 'USD',
      isBare: false,
      sells: true,
      buyerFee: '',
      duty: '',
      commission: '9',
      payment: '3',
      minimum: '10',
      fixed: '0',
      shipping: '',
      stepFrom: '',
    });
    expect(draftOf(defaultProfile('depop'), 'USD')).toMatchObject({ payment: '3.3', fixed: '0.45' });
    expect(draftOf(defaultProfile('ebay'), 'USD')).toMatchObject({ stepFrom: '150', stepCommission: '8' });
  });

  test('every default is read back as it was', () => {
    for (const site of SITE_IDS)
      for (const currency of ['USD', 'GBP', 'EUR', 'JPY', 'CAD'] as const) {
        const profile = defaultProfile(site, currency);
        expect(readDraft(draftOf(profile, currency))).toEqual({ ok: true, profile });
      }
  });

  test('whatever was kept is read back to the cent', () => {
    const share = fc.option(fc.integer({ min: 0, max: 10_000 }));
    const amount = fc.option(fc.integer({ min: 0, max: 1_000_000 }).map((minor) => money(minor, 'USD')));
    const profiles: fc.Arbitrary<SiteProfile> = fc.record({
      currency: fc.constantFrom('USD', null),
      buyer: fc.record({ feeBasisPoints: share, fixedFee: amount, shipping: amount, dutyBasisPoints: share }),
      seller: fc.constant(null),
    });
    fc.assert(
      fc.property(profiles, (profile) => {
        expect(readDraft(draftOf(profile, 'USD'))).toEqual({ ok: true, profile });
      }),
      { seed: 1 },
    );
  });
});

describe('what is typed', () => {
  test('a fee, a shipping, nothing for the rest', () => {
    expect(read({ buyerFee: '3 %', buyerShipping: '15.40', buyerFixed: '0', isBare: true })).toMatchObject({
      ok: true,
      profile: {
        currency: 'USD',
        buyer: { feeBasisPoints: 300, fixedFee: usd(0), shipping: usd(15.4), dutyBasisPoints: null },
      },
    });
  });

  test.each<[string, Partial<ProfileDraft>, object]>([
    ['a word for a share', { buyerFee: 'some' }, { buyerFee: 'percent' }],
    ['more than all of it', { duty: '101' }, { duty: 'percent' }],
    ['below zero', { buyerShipping: '-4' }, { buyerShipping: 'amount' }],
    ['another currency', { buyerShipping: '€4' }, { buyerShipping: 'amount' }],
    ['a sale without its commission', { commission: '', payment: ' ' }, { commission: 'needed', payment: 'needed' }],
    ['half a step', { stepFrom: '150' }, { stepCommission: 'both' }],
    ['the other half', { stepCommission: '8' }, { stepFrom: 'both' }],
    ['two at once', { buyerFee: 'x', shipping: 'y' }, { buyerFee: 'percent', shipping: 'amount' }],
  ])('%s', (_, given, problems) => {
    expect(read(given)).toEqual({ ok: false, problems });
  });

  test('who does not sell there needs no fees of selling', () => {
    expect(read({ sells: false, commission: 'x', payment: '' })).toMatchObject({ ok: true, profile: { seller: null } });
  });
});
