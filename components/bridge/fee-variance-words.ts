import type { AliasFees } from '@/lib/queries/fee-variance';
import type { SettingValue } from '@/lib/settings/registry';
import { countText, dateText, moneyText } from '../ui/format';
import { t } from '../ui/text';
import { percentInput } from './parse-percent';

export type Profile = SettingValue<'feeProfile'>;
export type Variance = AliasFees['variance'];
export type Proposal = NonNullable<Variance['proposal']>;

/** How many orders deviate, and by how much together. */
export function varianceText({ orders, deviating, difference, withoutEstimate }: Variance): string {
  const compared = orders - withoutEstimate;
  const count = countText(compared);
  if (compared === 0) return t('feeVariance.noEstimate', withoutEstimate, [countText(withoutEstimate)]);
  if (deviating === 0) return t('feeVariance.agree', compared, [count]);
  return t('feeVariance.deviate', [
    countText(deviating),
    count,
    moneyText(difference, { sign: 'always', cents: 'fixed' }),
  ]);
}

type Fees = Variance['stretches'][number]['estimated'];

/** A share and a fixed fee: `9.5% + £4.00`. */
export function feesText(fees: Fees): string {
  if (fees === null) return t('options.feeUnknown');
  return t('feeVariance.fees', [percentInput(fees.basisPoints), moneyText(fees.fixed)]);
}

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** What a proposal would change, and how many orders it explains. */
export function proposalText(proposal: Proposal, profile: Profile): string {
  const explained = t('feeVariance.explained', [countText(proposal.explained), countText(proposal.orders)]);
  if (proposal.kind === 'schedule') {
    const fees = feesText({ basisPoints: proposal.basisPoints, fixed: proposal.fixed });
    return `${t('feeVariance.ownTable', [fees, dateText(proposal.validFrom)])} ${explained}`;
  }
  const { rating, country, method } = proposedProfile(proposal);
  const changes = [
    ...(rating === undefined || rating === profile.rating ? [] : [t('feeVariance.rating', [String(rating)])]),
    ...(country === undefined || country === profile.country
      ? []
      : [t('feeVariance.country', [regions.of(country) ?? country])]),
    ...(method === profile.method ? [] : [method === 'prepaid' ? t('settings.prepaid') : t('settings.dropOff')]),
  ];
  return `${t('feeVariance.profile', [changes.join(', ')])} ${explained}`;
}

/** The fee profile as it is proposed, of what is known. */
export function proposedProfile({ profile }: Extract<Proposal, { kind: 'profile' }>): Partial<Profile> {
  const { rating, country, method } = profile;
  return { ...(rating === null ? {} : { rating }), ...(country === null ? {} : { country }), method };
}
