import type { CSSProperties } from 'react';
import styles from './chart-legend.module.css';

export interface LegendEntry {
  readonly id: string;
  readonly label: string;
  /** How it is drawn: a line, single dots, a level across, a stretch of which not all is known, a band between two lines. */
  readonly kind: 'line' | 'dot' | 'mark' | 'gap' | 'band';
  /** null: hatched, in no colour of its own. */
  readonly color: string | null;
  /** What it is now; empty where that says nothing. */
  readonly value: string;
}

/** What is drawn in a chart, each with its mark and its present value. */
export function ChartLegend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className={styles['legend']}>
      {entries.map(({ id, label, kind, color, value }) => (
        <li key={id}>
          <span
            className={styles['mark']}
            data-kind={kind}
            style={color === null ? undefined : ({ '--series': color } as CSSProperties)}
          />
          {label} {value === '' ? null : <b className="archvd-figure">{value}</b>}
        </li>
      ))}
    </ul>
  );
}
