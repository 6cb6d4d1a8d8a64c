import { ActionIcon, Button } from '@mantine/core';
import { IconClockDollar, IconTrash } from '@tabler/icons-react';
import type { BankPage } from '@/lib/queries/bank-page';
import { PAYOUT_DAYS } from '@/lib/domain/reconcile/candidate';
import { platformText } from '../bridge/sale-platform';
import { dateText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { Pill } from '../ui/pill';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';
import { removePayout } from './bank-commands';
import styles from './bank.module.css';

interface WaitingPayoutsProps {
  readonly waiting: BankPage['waiting'];
  readonly onAdd: () => void;
}

/** Payouts that were told and found on no statement, those that are late first by their day. */
export function WaitingPayouts({ waiting, onAdd }: WaitingPayoutsProps) {
  if (waiting.length === 0)
    return (
      <EmptyState
        icon={IconClockDollar}
        title={t('bank.noWaiting')}
        text={t('bank.noWaitingText')}
        action={
          <Button variant="default" onClick={onAdd}>
            {t('bank.addPayout')}
          </Button>
        }
      />
    );
  return (
    <section aria-label={t('bank.waiting')}>
      <p className={styles['quiet']}>{t('bank.waitingText', [String(PAYOUT_DAYS)])}</p>
      <ul className={styles['list']}>
        {waiting.map(({ payout, overdue }) => (
          <li key={payout.id} className={styles['payout']} data-testid="waiting-payout">
            <span className={styles['grow']}>
              <span className="archvd-strong">{platformText(payout.platform)}</span>{' '}
              <span className={styles['quiet']}>
                {dateText(payout.paidAt)}
                {payout.ref.startsWith('own:') ? '' : ` · ${payout.ref}`}
                {payout.note === '' ? '' : ` · ${payout.note}`}
              </span>
            </span>
            {overdue ? <Pill tone="needs-you">{t('bank.overdue')}</Pill> : null}
            <MoneyFigure amount={payout.amount} cents="fixed" />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('bank.removePayoutOf', [platformText(payout.platform), dateText(payout.paidAt)])}
              onClick={() => void removePayout(payout.id)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  );
}
