import type { TaxReport } from './tax-report';

/** The rows of a report, each as a text that is another one as soon as what it adds is. */
export type FiledRows = Readonly<Record<string, string>>;

/** @example `{ 'sale:7': 'box1=1000 box6=11000' }` */
export function filedRows({ entries }: Pick<TaxReport, 'entries'>): FiledRows {
  return Object.fromEntries(entries.map(({ id, figures }) => [id, textOf(figures)]));
}

/** What became of the rows of a period since it was filed. */
export interface FiledChanges {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** Rows that add something else now than when the report was filed, that are new in it, or that are not in it any more. */
export function filedChanges(filed: FiledRows, report: Pick<TaxReport, 'entries'>): FiledChanges {
  const now = filedRows(report);
  const known = Object.keys(filed);
  return {
    changed: known.filter((id) => now[id] !== undefined && now[id] !== filed[id]),
    added: Object.keys(now).filter((id) => filed[id] === undefined),
    gone: known.filter((id) => now[id] === undefined),
  };
}

function textOf(figures: Readonly<Record<string, number>>): string {
  return Object.entries(figures)
    .filter(([, units]) => units !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, units]) => `${id}=${units}`)
    .join(' ');
}
