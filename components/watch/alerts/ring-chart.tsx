import { useElementSize } from '@mantine/hooks';
import type { AlertTest } from '@/lib/queries/alert-test';
import type { Money } from '@/lib/domain/money/money';
import { niceAxis } from '../../ui/charts/axis';
import { ChartFrame, ChartTable } from '../../ui/charts/chart-frame';
import { dateText, exactTimeText, moneyText } from '../../ui/format';
import { t } from '../../ui/text';
import styles from './alerts.module.css';
import { stepPath, type PlotPoint } from './step-path';

interface RingChartProps {
  readonly test: Extract<AlertTest, { kind: 'tested' }>;
  readonly title: string;
  /** The price the alert waits for; null: it waits for something else. */
  readonly level: Money | null;
}

const HEIGHT = 150;
const [TOP, RIGHT, BOTTOM, LEFT] = [10, 8, 20, 48];

/** The lowest ask over the stored time, with a mark at every moment the alert would have rung. */
export function RingChart({ test, title, level }: RingChartProps) {
  const { ref, width } = useElementSize();
  const { rings, from, until, series } = test;
  const asks = series.asks.map(({ at, ask }): PlotPoint => ({ at: Math.max(at, from), value: ask?.minor ?? null }));
  const currency = series.asks.find(({ ask }) => ask !== null)?.ask?.currency ?? null;
  const line = level !== null && level.currency === currency ? level.minor : null;
  const known = [...asks.flatMap(({ value }) => value ?? []), ...(line === null ? [] : [line])];
  const text = (minor: number) =>
    currency === null ? '-' : moneyText({ minor: Math.round(minor) as never, currency }, { cents: 'none' });
  const axis = known.length === 0 ? null : niceAxis(Math.min(...known), Math.max(...known));
  const x = (at: number) => LEFT + ((at - from) / Math.max(1, until - from)) * Math.max(0, width - LEFT - RIGHT);
  const y = (value: number) =>
    axis === null ? 0 : TOP + (1 - (value - axis.low) / (axis.high - axis.low)) * (HEIGHT - TOP - BOTTOM);
  return (
    <div ref={ref}>
      <ChartFrame
        title={title}
        summary={title}
        empty={axis === null ? t('watchAlert.notEnough') : null}
        height={HEIGHT}
        chart={
          <svg width="100%" height={HEIGHT} className={styles['plot']} aria-hidden="true">
            {axis?.ticks.map((tick) => (
              <g key={tick}>
                <line x1={LEFT} x2={Math.max(LEFT, width - RIGHT)} y1={y(tick)} y2={y(tick)} />
                <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
                  {text(tick)}
                </text>
              </g>
            ))}
            {line === null ? null : (
              <line
                x1={LEFT}
                x2={Math.max(LEFT, width - RIGHT)}
                y1={y(line)}
                y2={y(line)}
                className={styles['level']}
              />
            )}
            <path d={stepPath(asks, until, x, y)} />
            {rings.map((facts) => (
              <g key={facts.readAt} className={styles['ring']}>
                <line x1={x(facts.readAt)} x2={x(facts.readAt)} y1={TOP} y2={HEIGHT - BOTTOM} />
                {facts.ask === null ? null : <circle cx={x(facts.readAt)} cy={y(facts.ask.minor)} r={4} />}
              </g>
            ))}
            <text x={LEFT} y={HEIGHT - 4}>
              {dateText(from)}
            </text>
            <text x={Math.max(LEFT, width - RIGHT)} y={HEIGHT - 4} textAnchor="end">
              {dateText(until)}
            </text>
          </svg>
        }
        table={
          <ChartTable
            head={[t('chart.when'), t('watchAlert.testAsk')]}
            rows={rings.toReversed().map(({ readAt, ask }) => ({
              key: String(readAt),
              cells: [exactTimeText(readAt), ask === null ? '-' : moneyText(ask)],
            }))}
          />
        }
      />
    </div>
  );
}
