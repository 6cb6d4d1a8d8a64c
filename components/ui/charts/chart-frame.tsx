import { useId, useState, type ReactNode } from 'react';
import { t } from '../text';
import styles from './charts.module.css';

export interface ChartFrameProps {
  /** The answer to the one question of the chart: "Ask fell 12 % in 30 days". */
  readonly title: string;
  /** What is drawn, for who cannot see it: its name and a sentence of figures. */
  readonly summary: string;
  /** Told instead of the chart while there is nothing to draw; null: there is. */
  readonly empty: string | null;
  readonly height: number;
  /** A choice of range, for example. */
  readonly action?: ReactNode;
  readonly chart: ReactNode;
  /** What belongs to the picture but is read, such as a legend. */
  readonly below?: ReactNode;
  readonly table: ReactNode;
}

/** What every chart has: its answer as a title, a picture with words for it, and the same as a table. */
export function ChartFrame({ title, summary, empty, height, action, chart, below, table }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure className={styles['frame']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h3 id={id} className={styles['title']}>
          {title}
        </h3>
        {action}
        {empty === null ? (
          <button
            type="button"
            className={styles['toggle']}
            aria-pressed={asTable}
            onClick={() => setAsTable((before) => !before)}
          >
            {t('chart.asTable')}
          </button>
        ) : null}
      </div>
      {empty !== null ? (
        <div className={styles['empty']} style={{ height }}>
          {empty}
        </div>
      ) : null}
      {empty === null && asTable ? (
        <div
          className={`${styles['scroll']} archvd-scroll`}
          style={{ maxHeight: Math.max(height, 200) }}
          role="region"
          aria-labelledby={id}
          tabIndex={0}
        >
          {table}
        </div>
      ) : null}
      {empty === null && !asTable ? (
        <div role="img" aria-label={summary} style={{ minHeight: height }}>
          {chart}
        </div>
      ) : null}
      {empty === null && !asTable ? below : null}
    </figure>
  );
}

export interface ChartTableProps {
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

/** The figures of a chart: the first cell names the row. */
export function ChartTable({ head, rows }: ChartTableProps) {
  return (
    <table className={`archvd-table ${styles['table']}`}>
      <thead>
        <tr>
          {head.map((each) => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...figures] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {figures.map((figure, index) => (
              <td key={head[index + 1]} className="archvd-figure">
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
