import type { Money } from '@/lib/domain/money/money';
import type { AlertSubject } from '@/lib/queries/alert-subjects';
import type { AlertTest } from '@/lib/queries/alert-test';
import { pairWords, wholeSentence } from '../../ui/alert-sentence';
import { countText, dateText, exactTimeText, moneyText } from '../../ui/format';
import { t } from '../../ui/text';
import type { ReadAlert } from './alert-draft';
import styles from './alerts.module.css';
import { RingChart } from './ring-chart';
import { useHistoryTest } from './use-history-test';

interface HistoryTestProps {
  readonly subject: AlertSubject;
  readonly read: ReadAlert;
  /** It is tried on the first of many. */
  readonly isOneOfMany: boolean;
}

type Tried = Extract<AlertTest, { kind: 'tested' }>;

/** So many moments are read through. */
const LISTED = 10;

/** So many stretches are read through. */
const NAMED = 3;

/** When the alert would have rung on what is stored, drawn on the price and listed. */
export function HistoryTest({ subject, read, isOneOfMany }: HistoryTestProps) {
  const tested = useHistoryTest(subject, read);
  const { product, item } = subject;
  return (
    <section aria-label={t('watchAlert.test')} className={styles['test']} data-testid="history-test">
      <h3>{t('watchAlert.test')}</h3>
      {isOneOfMany ? <p className={styles['quiet']}>{pairWords(product, item.usSize)}</p> : null}
      {tested === null ? (
        <p className={styles['quiet']}>{read.ok ? t('watchAlert.testing') : ''}</p>
      ) : tested.test.kind === 'not-enough' ? (
        <p className={styles['quiet']}>{gapText(tested.test)}</p>
      ) : (
        <Tested
          test={tested.test}
          subject={subject}
          level={read.ok && 'price' in read.trigger ? read.trigger.price : null}
        />
      )}
      {tested?.loud == null ? null : (
        <p role="alert" className={styles['loud']}>
          {t('watchAlert.loud', [countText(tested.loud)])}
        </p>
      )}
    </section>
  );
}

function Tested({
  test,
  subject,
  level,
}: {
  readonly test: Tried;
  readonly subject: AlertSubject;
  readonly level: Money | null;
}) {
  const { rings, days, missing } = test;
  const span = t('watchAlert.testDays', days, [countText(days)]);
  const title = t('watchAlert.testTitle', rings.length, [countText(rings.length), span]);
  return (
    <>
      <RingChart test={test} title={title} level={level} />
      {missing.length === 0 ? null : (
        <p className={styles['quiet']}>{t('watchAlert.missing', [missingText(missing)])}</p>
      )}
      {rings.length === 0 ? null : (
        <>
          <ol className={styles['moments']} aria-label={t('watchAlert.testList')}>
            {rings
              .toReversed()
              .slice(0, LISTED)
              .map((facts) => (
                <li key={facts.readAt}>
                  <time dateTime={new Date(facts.readAt).toISOString()} className="archvd-figure">
                    {exactTimeText(facts.readAt)}
                  </time>
                  <span title={wholeSentence(subject.product, facts)}>
                    {facts.ask === null ? '' : moneyText(facts.ask)}
                  </span>
                </li>
              ))}
          </ol>
          {rings.length > LISTED ? (
            <p className={styles['quiet']}>{t('watchAlert.testLast', [countText(LISTED)])}</p>
          ) : null}
        </>
      )}
    </>
  );
}

/** `3 Nov 2026 to 5 Nov 2026, 9 Nov 2026`; of many only from when to when. */
function missingText(missing: Tried['missing']): string {
  const [first, last] = [missing[0], missing.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (missing.length > NAMED) return t('watchAlert.missingOften', [dateText(first.from), dateText(last.until)]);
  return missing
    .map(({ from, until }) => [dateText(from), dateText(until)] as const)
    .map(([from, until]) => (from === until ? from : t('watchAlert.missingSpan', [from, until])))
    .join(', ');
}

/** Why nothing can be said. */
function gapText({ gap, days }: Extract<AlertTest, { kind: 'not-enough' }>): string {
  switch (gap) {
    case 'calendar':
      return t('watchAlert.calendar');
    case 'no-rate':
      return t('watchAlert.lacksRate');
    case 'unknown-fees':
      return t('watchAlert.lacksFees');
    case 'few-sales':
      return t('watchAlert.lacksSales');
    default:
      return days === 0 ? t('watchAlert.notEnough') : t('watchAlert.notEnoughDays', [countText(days)]);
  }
}
