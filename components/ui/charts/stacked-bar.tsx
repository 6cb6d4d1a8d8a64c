import type { CSSProperties, ReactNode } from 'react';
import { percentText } from '../format';
import { t } from '../text';
import { ChartFrame, ChartTable } from './chart-frame';
import styles from './charts.module.css';
import { valueText, type ChartUnit } from './unit-text';

export interface StackPart {
  readonly id: string;
  readonly label: string;
  /** Minor units of the chart's currency, or a count; what is not above zero has no place in the bar. */
  readonly value: number;
  /** The value as a figure that explains itself; else it is plain text. */
  readonly figure?: ReactNode;
}

export interface StackedBarProps {
  readonly title: string;
  readonly measure: string;
  readonly parts: readonly StackPart[];
  readonly unit: ChartUnit;
  readonly empty: string;
}

/** What a whole is made of: one bar in parts, each named with its figure and its share. */
export function StackedBar({ title, measure, parts, unit, empty }: StackedBarProps) {
  const shown = parts.filter(({ value }) => value > 0);
  const whole = shown.reduce((sum, { value }) => sum + value, 0);
  const share = (value: number) => (value / whole < 0.0005 ? t('chart.tiny') : percentText(value / whole));
  return (
    <>
      <ChartFrame
        title={title}
        summary={`${measure}: ${shown.map(({ label, value }) => `${label} ${valueText(value, unit)}`).join(', ')}`}
        empty={shown.length === 0 ? empty : null}
        height={shown.length === 0 ? 96 : 24}
        chart={
          <div className={styles['stack']}>
            {shown.map(({ id, value }, index) => (
              <span key={id} className={styles['part']} style={{ flex: value, ...seriesStyle(index) }} />
            ))}
          </div>
        }
        table={
          <ChartTable
            head={[t('chart.what'), measure, t('chart.share')]}
            rows={shown.map(({ id, label, value }) => ({
              key: id,
              cells: [label, valueText(value, unit), share(value)],
            }))}
          />
        }
      />
      <dl className={styles['parts']}>
        {shown.map(({ id, label, value, figure }, index) => (
          <div key={id}>
            <dt className={styles['key']} style={seriesStyle(index)}>
              {label}
            </dt>
            <dd>
              {figure ?? <span className="archvd-figure archvd-strong">{valueText(value, unit)}</span>}
              <span className={`archvd-figure ${styles['share']}`}>{share(value)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function seriesStyle(index: number): CSSProperties {
  return { '--series': `var(--archvd-series-${(index % 5) + 1})` } as CSSProperties;
}
