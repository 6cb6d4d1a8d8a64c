import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { BankLineDetail } from '@/lib/queries/bank-line';
import type { Candidate } from '@/lib/domain/reconcile/candidate';
import { moneyText } from '../ui/format';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';
import { acceptCandidate } from './bank-commands';
import { candidateReasons, confidenceText, expectedText, thingText } from './bank-words';
import styles from './bank.module.css';

interface SuggestionProps {
  readonly candidate: Candidate;
  readonly detail: BankLineDetail;
  readonly isBest: boolean;
}

/** What a line may be, and why; taken over with one press. */
export function Suggestion({ candidate, detail: { line, things }, isBest }: SuggestionProps) {
  const expected = expectedText(candidate, line.amount.currency);
  return (
    <li className={styles['suggestion']} data-testid="suggestion">
      <div className={styles['grow']}>
        <div>
          <span className="archvd-strong">{thingText(candidate, things)}</span>{' '}
          <Pill tone={candidate.confidence === 'certain' ? 'accent' : 'plain'}>
            {confidenceText(candidate.confidence)}
          </Pill>
        </div>
        <div className={styles['quiet']}>
          {[candidateReasons(candidate), expected].filter((part) => part !== null).join(' · ')}
        </div>
        {candidate.kind === 'sales' && candidate.ids.length > 1 ? (
          <ul className={styles['names']}>
            {candidate.ids.slice(0, 20).map((id) => {
              const sale = things.sales.get(id);
              return sale === undefined ? null : (
                <li key={id}>
                  {sale.name} {sale.payout === null ? '' : moneyText(sale.payout)}
                </li>
              );
            })}
          </ul>
        ) : null}
      </div>
      <Button
        size="compact-sm"
        variant={isBest ? 'filled' : 'default'}
        leftSection={<IconCheck size={14} aria-hidden="true" />}
        aria-label={t('bank.acceptOf', [moneyText(line.amount), thingText(candidate, things)])}
        onClick={() => void acceptCandidate(line.id, candidate)}
      >
        {t('bank.accept')}
      </Button>
    </li>
  );
}
