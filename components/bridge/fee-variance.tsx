import { Anchor, Button } from '@mantine/core';
import { aliasFees, type AliasFees } from '@/lib/queries/fee-variance';
import type { SettingValue } from '@/lib/settings/registry';
import { countText, dateText, moneyText } from '../ui/format';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { toastProblem, toastUndo } from '../ui/toast';
import { ask } from './ask';
import styles from './fee-variance.module.css';
import { localOffset } from './local-time';
import { offerUndo } from './offer-undo';
import { percentInput } from './parse-percent';
import { useLive } from './use-live';
import { useSetting } from './use-setting';

type Profile = SettingValue<'feeProfile'>;
type Variance = AliasFees['variance'];
type Proposal = NonNullable<Variance['proposal']>;

/** What settled orders took against what is estimated, and a correction to take or leave. */
export function FeeVariancePart() {
  const [profile, setProfile] = useSetting('feeProfile');
  const live = useLive(
    async (books) => (profile === null ? null : aliasFees(books, { profile, offsetAt: localOffset })),
    [profile],
  );
  if (profile === null || live.value === null) return <p className={styles['quiet']}>{live.message}</p>;
  const { variance, deviating } = live.value;
  if (variance.orders === 0) return <p className={styles['quiet']}>{t('feeVariance.none')}</p>;
  const { proposal } = variance;
  const accept = () =>
    proposal === null
      ? undefined
      : void (proposal.kind === 'profile'
          ? changeProfile(profile, { ...profile, ...proposedProfile(proposal) }, setProfile)
          : correct(proposal));
  return (
    <div data-testid="fee-variance">
      <p className={styles['line']}>{sentenceOf(variance)}</p>
      <Stretches variance={variance} />
      {proposal === null ? null : (
        <div className={styles['proposal']} role="status">
          <span>{proposalText(proposal, profile)}</span>
          <Button size="compact-sm" onClick={accept} data-testid="accept-fees">
            {t('feeVariance.accept')}
          </Button>
        </div>
      )}
      {deviating.length === 0 ? null : (
        <details className={styles['orders']}>
          <summary>{t('feeVariance.which')}</summary>
          <ul>
            {deviating.map((sale) => (
              <li key={sale.id}>
                <Anchor href={routeHref({ screen: 'sales', pair: sale.pairId })}>
                  {sale.orderNumber || sale.name}
                </Anchor>{' '}
                {dateText(sale.soldAt)}{' '}
                {sale.payout === null
                  ? ''
                  : t('feeVariance.order', [
                      moneyText(sale.price, { cents: 'fixed' }),
                      moneyText(sale.payout, { cents: 'fixed' }),
                    ])}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function sentenceOf({ orders, deviating, difference, withoutEstimate }: Variance): string {
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

/** By time: what was estimated, and what the orders say. */
function Stretches({ variance: { stretches } }: { readonly variance: Variance }) {
  return (
    <table className={`archvd-table ${styles['stretches']}`}>
      <thead>
        <tr>
          <th scope="col">{t('feeVariance.time')}</th>
          <th scope="col">{t('feeVariance.orders')}</th>
          <th scope="col">{t('feeVariance.estimated')}</th>
          <th scope="col">{t('feeVariance.taken')}</th>
        </tr>
      </thead>
      <tbody>
        {stretches
          .toReversed()
          .slice(0, 12)
          .map(({ from, to, orders, estimated, found }) => (
            <tr key={from}>
              <th scope="row">{`${dateText(from)} – ${dateText(to)}`}</th>
              <td className="archvd-figure">{countText(orders)}</td>
              <td className="archvd-figure">{feesText(estimated)}</td>
              <td className="archvd-figure">
                {found === null ? t('feeVariance.tooFew') : feesText(found)}
                {found === null || found.explained === orders
                  ? ''
                  : ` (${countText(found.explained)}/${countText(orders)})`}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

type Fees = Variance['stretches'][number]['estimated'];

function feesText(fees: Fees): string {
  if (fees === null) return t('options.feeUnknown');
  return t('feeVariance.fees', [percentInput(fees.basisPoints), moneyText(fees.fixed)]);
}

const regions = new Intl.DisplayNames('en', { type: 'region' });

function proposalText(proposal: Proposal, profile: Profile): string {
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

function proposedProfile({ profile }: Extract<Proposal, { kind: 'profile' }>): Partial<Profile> {
  const { rating, country, method } = profile;
  return { ...(rating === null ? {} : { rating }), ...(country === null ? {} : { country }), method };
}

function changeProfile(before: Profile, after: Profile, set: (profile: Profile) => void): void {
  set(after);
  toastUndo(t('options.changed', [t('settings.fees')]), () => set(before));
}

async function correct({ validFrom, basisPoints, fixed, orders, explained }: Extract<Proposal, { kind: 'schedule' }>) {
  const source = t('feeVariance.source', [countText(explained), countText(orders)]);
  const input = { validFrom, commissionBasisPoints: basisPoints, sellerFee: fixed, source };
  const asked = await ask('fees/correct', input);
  if (!asked.ok) return toastProblem(asked.message);
  if (asked.value.ok) offerUndo(t('options.changed', [t('settings.fees')]), asked.value.undoId);
}
