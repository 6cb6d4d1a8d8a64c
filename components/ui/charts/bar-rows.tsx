import type { CSSProperties } from 'react';
import { barColor, type Bar, type BarTone } from './bar';
import styles from './charts.module.css';

interface BarRowsProps {
  readonly bars: readonly Bar[];
  readonly text: (value: number) => string;
  readonly tone: BarTone;
}

/** Bars that lie, for names of any length: no drawing library. */
export function BarRows({ bars, text, tone }: BarRowsProps) {
  const longest = Math.max(1, ...bars.map(({ value }) => Math.abs(value)));
  return (
    <div className={styles['rows']}>
      {bars.map(({ id, label, value }) => (
        <div key={id}>
          <span className="archvd-clip" title={label}>
            {label}
          </span>
          <span
            className={styles['bar']}
            style={
              { width: `${(Math.abs(value) / longest) * 100}%`, '--series': barColor(value, tone) } as CSSProperties
            }
          />
          <span className={styles['value']}>{text(value)}</span>
        </div>
      ))}
    </div>
  );
}
