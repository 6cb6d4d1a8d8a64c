import { IconCalendarCheck } from '@tabler/icons-react';
import type { Today } from '@/lib/queries/today';
import { LateNote } from '../bridge/late-note';
import { WaitingRow } from '../bridge/waiting-row';
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
                <WaitingRow waiting={each} href={routeHref({ screen: 'orders', item: each.order.id })} />
              </li>
            ))}
          </ul>
          {late === null ? null : (
            <p className={styles['note']} data-testid="late-cost">
              <LateNote late={late} />
            </p>
          )}
        </>
      )}
    </Section>
  );
}
