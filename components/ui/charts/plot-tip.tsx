import type { CSSProperties } from 'react';
import styles from './charts.module.css';

interface Shown {
  readonly label?: unknown;
  readonly payload?: readonly { readonly dataKey?: unknown; readonly value?: unknown }[];
}

/** What lies under the pointer, as the drawing library asks for it. */
export function plotTip(
  headOf: (label: unknown) => string,
  seriesOf: (key: unknown) => { readonly label: string; readonly color?: string | undefined },
  textOf: (value: number) => string,
) {
  // The library asks also while nothing is under the pointer, and then there is no moment to name.
  return ({ label, payload = [] }: Shown) =>
    payload.length === 0 ? null : (
      <div className={styles['tip']}>
        <strong>{headOf(label)}</strong>
        <dl>
          {payload.map(({ dataKey, value }) => {
            const { label: name, color } = seriesOf(dataKey);
            return (
              <div key={name} style={color === undefined ? undefined : ({ '--series': color } as CSSProperties)}>
                <dt>{name}</dt>
                <dd className="archvd-figure">{typeof value === 'number' ? textOf(value) : '-'}</dd>
              </div>
            );
          })}
        </dl>
      </div>
    );
}
