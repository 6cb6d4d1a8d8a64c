import { IconCalendarCheck } from '@tabler/icons-react';
import type { Today } from '@/lib/queries/today';
import { WaitingRow } from '../bridge/waiting-row';
import { Explained } from '../ui/explained';
import { countText, moneyText, percentText } from '../ui/format';
import { routeHref } from '../ui/route';
import { Section } from '../ui/screen';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';
import styles from './today.module.css';

/** Orders that wait, the most urgent first, and what it costs to let one run out. */
export function NeedsYou({ waiting, late }: Pick<Today, 'waiting' | 'late'>) {
  return (
    <Section title={t('today.needsYou')}>
      {waiting.length === 0 ? (
        <EmptyState icon={IconCalendarCheck} title={t('today.nothing')} text={t('today.nothingText')} />
      ) : (
        <>
          <ul className={styles['list']} data-testid="waiting">
            {waiting.map((each) => (
              <li key={each.order.id}>
                <WaitingRow waiting={each} href={routeHref({ screen: 'sales', query: each.order.orderNumber })} />
              </li>
            ))}
          </ul>
          <LateNote late={late} />
        </>
      )}
    </Section>
  );
}

function LateNote({ late }: Pick<Today, 'late'>) {
  if (late === null) return null;
  const { charge, ratingPoints, commission, source } = late;
  return (
    <p className={styles['note']} data-testid="late-cost">
      <Explained what={{ source }}>{t('today.late', [moneyText(charge), countText(ratingPoints)])}</Explained>{' '}
      {commission === null ? null : t('today.lateCommission', [rateText(commission.now), rateText(commission.after)])}
    </p>
  );
}

/** `9.5 %`: basis points keep their half. */
function rateText(basisPoints: number): string {
  const text = basisPoints % 100 === 0 ? percentText(basisPoints / 10_000) : `${basisPoints / 100} %`;
  return text.replace(' ', '\u00a0');
}
