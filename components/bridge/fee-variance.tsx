import { Anchor, Button } from '@mantine/core';
import { aliasFees } from '@/lib/queries/fee-variance';
import { countText, dateText, moneyText } from '../ui/format';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { toastProblem, toastUndo } from '../ui/toast';
import { ask } from './ask';
import {
  varianceText,
  feesText,
  proposalText,
  proposedProfile,
  type Profile,
  type Variance,
  type Proposal,
} from './fee-variance-words';
import styles from './fee-variance.module.css';
import { localOffset } from './local-time';
import { offerUndo } from './offer-undo';
import { useLive } from './use-live';
import { useSetting } from './use-setting';

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
      <p className={styles['line']}>{varianceText(variance)}</p>
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
