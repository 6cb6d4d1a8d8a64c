import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { parseMoney } from '@/lib/domain/money/parse-money';
import type { SiteProfile } from '@/lib/domain/sites/site-profile';
import { parsePercent, percentInput } from '../bridge/parse-percent';
import { typedAmount } from '../ui/typed-amount';

/** The fields of a site's profile that are typed; all amounts are in one currency. */
export const PROFILE_FIELDS = [
  'buyerFee',
  'buyerFixed',
  'buyerShipping',
  'duty',
  'commission',
  'payment',
  'minimum',
  'fixed',
  'shipping',
  'stepFrom',
  'stepCommission',
] as const;

export type ProfileField = (typeof PROFILE_FIELDS)[number];

/** A site's profile as it is being typed. Empty is not known, except for the least commission and the step: none. */
export type ProfileDraft = Readonly<Record<ProfileField, string>> & {
  readonly currency: CurrencyCode;
  /** A bare mark such as `$` on this site means that currency. */
  readonly isBare: boolean;
  readonly sells: boolean;
};

export type ProfileProblem = 'percent' | 'amount' | 'needed' | 'both';

export type ReadProfile =
  | { readonly ok: true; readonly profile: SiteProfile }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<ProfileField, ProfileProblem>>> };

/**
 * A profile as texts to be changed.
 *
 * @param usual the currency of a profile that has no amount to tell it
 * @returns an amount in another currency than the first is left out, so that nothing is shown as what it is not
 */
export function draftOf({ currency, buyer, seller }: SiteProfile, usual: CurrencyCode): ProfileDraft {
  const amounts = [buyer.fixedFee, buyer.shipping, seller?.fixedFee, seller?.shipping, seller?.minimumCommission];
  const told = amounts.find((amount) => amount != null && amount.minor > 0)?.currency ?? currency ?? usual;
  const amount = (each: Money | null | undefined): string =>
    each == null || (each.currency !== told && each.minor !== 0) ? '' : typedAmount(each);
  const share = (basisPoints: number | null | undefined): string =>
    basisPoints == null ? '' : percentInput(basisPoints);
  return {
    currency: told,
    isBare: currency !== null,
    sells: seller !== null,
    buyerFee: share(buyer.feeBasisPoints),
    buyerFixed: amount(buyer.fixedFee),
    buyerShipping: amount(buyer.shipping),
    duty: share(buyer.dutyBasisPoints),
    commission: share(seller?.commissionBasisPoints),
    payment: share(seller?.paymentBasisPoints),
    minimum: amount(seller?.minimumCommission),
    fixed: amount(seller?.fixedFee),
    shipping: amount(seller?.shipping),
    stepFrom: amount(seller?.step?.from),
    stepCommission: share(seller?.step?.commissionBasisPoints),
  };
}

/**
 * What was typed, as a profile, or what is wrong with it field by field.
 *
 * @example a buyer fee of `3` and a shipping of `15.40` are 300 basis points and $15.40; a duty of `` is not known
 */
export function readDraft(draft: ProfileDraft): ReadProfile {
  const problems: Partial<Record<ProfileField, ProfileProblem>> = {};
  const share = (field: ProfileField): number | null => {
    if (draft[field].trim() === '') return null;
    const basisPoints = parsePercent(draft[field]);
    if (basisPoints !== null && basisPoints <= 10_000) return basisPoints;
    problems[field] = 'percent';
    return null;
  };
  const amount = (field: ProfileField): Money | null => {
    if (draft[field].trim() === '') return null;
    const parsed = parseMoney(draft[field], draft.currency);
    if (parsed.ok && parsed.money.minor >= 0) return parsed.money;
    problems[field] = 'amount';
    return null;
  };
  const buyer = {
    feeBasisPoints: share('buyerFee'),
    fixedFee: amount('buyerFixed'),
    shipping: amount('buyerShipping'),
    dutyBasisPoints: share('duty'),
  };
  const seller = draft.sells ? readSeller(draft, share, amount, problems) : null;
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, profile: { currency: draft.isBare ? draft.currency : null, buyer, seller } };
}

function readSeller(
  draft: ProfileDraft,
  share: (field: ProfileField) => number | null,
  amount: (field: ProfileField) => Money | null,
  problems: Partial<Record<ProfileField, ProfileProblem>>,
): SiteProfile['seller'] {
  for (const field of ['commission', 'payment'] as const) {
    if (draft[field].trim() === '') problems[field] = 'needed';
  }
  const from = amount('stepFrom');
  const stepCommission = share('stepCommission');
  const isStep = draft.stepFrom.trim() !== '';
  if (isStep !== (draft.stepCommission.trim() !== '')) problems[isStep ? 'stepCommission' : 'stepFrom'] = 'both';
  return {
    commissionBasisPoints: share('commission') ?? 0,
    paymentBasisPoints: share('payment') ?? 0,
    minimumCommission: amount('minimum'),
    fixedFee: amount('fixed'),
    shipping: amount('shipping'),
    step: from === null || stepCommission === null ? null : { from, commissionBasisPoints: stepCommission },
  };
}
