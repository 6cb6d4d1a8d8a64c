import { IconHandStop, IconHourglass } from '@tabler/icons-react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import type { Backtested } from '@/lib/queries/backtest';
import { TimeChart } from '../ui/charts/time-chart';
import { countText, moneyText, percentText } from '../ui/format';
import { Section } from '../ui/screen';
import { Stat, StatRow } from '../ui/stat';
import { Banner, EmptyState } from '../ui/states';
import { t } from '../ui/text';
import { BacktestRows } from './backtest-rows';
import { assumptionLines, gatheringLine, lackLines, resultSentence, type ToldResult } from './backtest-words';
import styles from './backtest.module.css';

interface AnswerProps {
  readonly backtested: Backtested;
  readonly currency: CurrencyCode;
}

/** The answer in one sentence, what it rests on, and what is behind it; or what is missing for one. */
export function BacktestAnswer({ backtested, currency }: AnswerProps) {
  const { result } = backtested;
  if (result.kind === 'not-enough-data') {
    return (
      <div data-testid="not-enough-data">
        <EmptyState
          icon={IconHourglass}
          title={t('backtest.notEnough')}
          text={t('backtest.notEnoughText')}
          action={
            <div className={styles['lacks']}>
              <ul>
                {lackLines(result).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <p>{gatheringLine(result)}</p>
            </div>
          }
        />
      </div>
    );
  }
  return (
    <>
      <p className={styles['sentence']} role="status" data-testid="backtest-sentence">
        {resultSentence(result, currency)}
      </p>
      {result.stoppedRuns === 0 ? null : (
        <Banner tone="needs-you" icon={IconHandStop}>
          {t('backtest.breaker', result.stoppedRuns, [countText(result.stoppedRuns)])}
        </Banner>
      )}
      <Figures result={result} currency={currency} />
      <Curve backtested={backtested} result={result} currency={currency} />
      <Section title={t('backtest.rests')}>
        <ul className={styles['assumptions']}>
          {assumptionLines(backtested).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <BacktestRows rows={result.rows} currency={currency} />
    </>
  );
}

interface ToldProps {
  readonly result: ToldResult;
  readonly currency: CurrencyCode;
}

function Figures({ result, currency }: ToldProps) {
  const { withRule, asItWas, reallySold, changes, basis, knownShare } = result;
  const profit = (minor: number) => moneyText(money(minor, currency), { sign: 'always', cents: 'glance' });
  return (
    <StatRow>
      <Stat label={t('backtest.withRule')} below={t('backtest.profitOf', [profit(withRule.profitMinor)])}>
        {t('backtest.sold', [countText(withRule.sold)])}
      </Stat>
      <Stat label={t('backtest.asItWas')} below={t('backtest.profitOf', [profit(asItWas.profitMinor)])}>
        {t('backtest.sold', [countText(asItWas.sold)])}
      </Stat>
      <Stat label={t('backtest.really')} below={t('backtest.reallyBelow')}>
        {t('backtest.sold', [countText(reallySold)])}
      </Stat>
      <Stat label={t('backtest.changes')} below={t('backtest.ofListings', basis.listings, [countText(basis.listings)])}>
        {countText(changes)}
      </Stat>
      <Stat label={t('backtest.known')} below={t('backtest.knownBelow')}>
        {percentText(knownShare / 10_000)}
      </Stat>
    </StatRow>
  );
}

function Curve({ backtested: { from, to }, result, currency }: AnswerProps & ToldProps) {
  const { withRule, asItWas, curve } = result;
  const text = (minor: number) => moneyText(money(minor, currency), { cents: 'glance' });
  return (
    <Section title={t('backtest.overTime')}>
      <TimeChart
        title={t('backtest.chart', [text(withRule.profitMinor), text(asItWas.profitMinor)])}
        unit={currency}
        range={{ from, to }}
        shape="step"
        fromZero
        empty={t('backtest.noSales')}
        series={[
          {
            id: 'with-rule',
            label: t('backtest.withRule'),
            points: curve.map(({ at, withRuleMinor }) => ({ at, value: withRuleMinor })),
          },
          {
            id: 'as-it-was',
            label: t('backtest.asItWas'),
            points: curve.map(({ at, asItWasMinor }) => ({ at, value: asItWasMinor })),
          },
        ]}
      />
    </Section>
  );
}
