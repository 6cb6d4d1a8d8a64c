import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, type Instant } from '@/lib/domain/time/instant';
import type { ExperimentView } from '@/lib/queries/experiments';
import { useRepricing } from '../bridge/use-repricing';
import { Confirm } from '../ui/confirm';
import { countText, dateText, moneyText } from '../ui/format';
import { Pill } from '../ui/pill';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { stopExperiment } from './experiment-commands';
import styles from './experiments.module.css';
import { comparisonLines } from './verdict-words';

interface CardProps {
  readonly view: ExperimentView;
  readonly now: Instant;
  readonly currency: CurrencyCode;
}

/** One experiment. While it runs: how many take part and how long it still goes on, never who is ahead. */
export function ExperimentCard({ view, now, currency }: CardProps) {
  const { experiment, verdict, ruleId } = view;
  return (
    <article className={styles['card']} aria-label={experiment.name} data-kind={verdict.kind}>
      <header>
        <h2 className="archvd-clip">{experiment.name}</h2>
        <Pill tone={verdict.kind === 'running' ? 'accent' : 'plain'}>{STATES[verdict.kind]()}</Pill>
      </header>
      {verdict.kind === 'running' ? <Running view={view} now={now} /> : <Over view={view} currency={currency} />}
      <footer>
        {ruleId === null ? null : <a href={routeHref({ screen: 'rules', item: ruleId })}>{t('experiments.rule')}</a>}
        {verdict.kind === 'running' ? <Stop id={experiment.id} name={experiment.name} /> : null}
      </footer>
    </article>
  );
}

const STATES: Record<ExperimentView['verdict']['kind'], () => string> = {
  running: () => t('experiments.running'),
  ended: () => t('experiments.ended'),
  'too-few': () => t('experiments.ended'),
  stopped: () => t('experiments.stopped'),
};

function Running({ view: { experiment, verdict, isCarriedOut }, now }: Pick<CardProps, 'view' | 'now'>) {
  const { value: repricing } = useRepricing();
  // The screen's clock may lag behind the start by minutes.
  const left = Math.min(experiment.endsAt - now, experiment.endsAt - experiment.startedAt);
  const days = Math.max(0, Math.ceil(left / DAY_MS));
  const sold = verdict.arms.reduce((total, arm) => total + arm.sold, 0);
  const all = experiment.members.length;
  return (
    <>
      <p>
        {t('experiments.timeLeft', days, [countText(days), dateText(experiment.endsAt)])}{' '}
        {t('experiments.counts', [countText(all), countText(sold)])}
      </p>
      <ul className={styles['arms']}>
        {verdict.arms.map(({ arm, listings }) => (
          <li key={arm}>
            {experiment.arms[arm]?.name}: {t('experiments.listings', listings, [countText(listings)])}
          </li>
        ))}
      </ul>
      {isCarriedOut ? null : <p className={styles['needsYou']}>{t('experiments.ruleOff')}</p>}
      {isCarriedOut && repricing !== null && repricing.mode !== 'live' ? (
        <p className={styles['needsYou']}>{t('experiments.notLive')}</p>
      ) : null}
      <p className={styles['quiet']}>{t('experiments.noWinner')}</p>
    </>
  );
}

function Over({ view: { experiment, verdict }, currency }: Pick<CardProps, 'view' | 'currency'>) {
  const { arms, startedAt, endsAt, stoppedAt } = experiment;
  const [first] = arms;
  const isEnded = verdict.kind === 'ended';
  return (
    <>
      <p className={styles['quiet']}>{t('experiments.span', [dateText(startedAt), dateText(stoppedAt ?? endsAt)])}</p>
      <table className={`archvd-table ${styles['table']}`}>
        <thead>
          <tr>
            <th scope="col">{t('experiments.price')}</th>
            <th scope="col">{t('experiments.tookPart')}</th>
            <th scope="col">{t('experiments.sold')}</th>
            {isEnded ? <th scope="col">{t('experiments.mean')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {verdict.arms.map(({ arm, listings, sold, meanProfitMinor }) => (
            <tr key={arm}>
              <th scope="row">{arms[arm]?.name}</th>
              <td className="archvd-figure">{countText(listings)}</td>
              <td className="archvd-figure">{countText(sold)}</td>
              {isEnded ? (
                <td className="archvd-figure">
                  {meanProfitMinor === null ? '-' : moneyText(money(meanProfitMinor, currency), { sign: 'always' })}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {verdict.kind === 'stopped' ? <p>{t('experiments.stoppedText')}</p> : null}
      {verdict.kind === 'too-few' ? <p>{t('experiments.tooFew')}</p> : null}
      {verdict.kind === 'ended'
        ? verdict.comparisons.flatMap((comparison) =>
            comparisonLines(
              comparison,
              { arm: arms[comparison.arm]?.name ?? '', first: first?.name ?? '' },
              currency,
            ).map((line) => <p key={line}>{line}</p>),
          )
        : null}
      {verdict.kind === 'ended' ? <p className={styles['quiet']}>{t('experiments.interval')}</p> : null}
    </>
  );
}

function Stop({ id, name }: { readonly id: string; readonly name: string }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('experiments.stop')}
      </Button>
      <Confirm
        opened={asking}
        title={t('experiments.stopTitle', [name])}
        verb={t('experiments.stop')}
        onConfirm={() => {
          setAsking(false);
          void stopExperiment(id, name);
        }}
        onClose={() => setAsking(false)}
      >
        {t('experiments.stopText')}
      </Confirm>
    </>
  );
}
