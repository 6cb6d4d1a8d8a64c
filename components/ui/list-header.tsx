import type { Column, ListSelection } from './data-list';
import styles from './data-list.module.css';
import type { Sort } from './sort';
import { ariaSort, SortButton } from './sort-button';

interface ListHeaderProps<R> {
  readonly columns: readonly Column<R>[];
  readonly template: string;
  readonly sort: Sort | undefined;
  readonly onSort: ((by: string) => void) | undefined;
  readonly selection?: ListSelection<R> | undefined;
}

export function ListHeader<R>({ columns, template, sort, onSort, selection }: ListHeaderProps<R>) {
  return (
    <div role="rowgroup" className={styles['header']}>
      <div role="row" aria-rowindex={1} className={styles['headerRow']} style={{ gridTemplateColumns: template }}>
        {selection === undefined ? null : <MarkAll selection={selection} />}
        {columns.map((column, place) => {
          const sorted = sort?.by === column.id ? sort : null;
          return (
            <div
              key={column.id}
              role="columnheader"
              className={styles['cell']}
              data-align={column.align}
              data-first={place === 0 || undefined}
              aria-sort={ariaSort(sorted)}
            >
              {column.sortable && onSort !== undefined ? (
                <SortButton sorted={sorted} onSort={() => onSort(column.id)}>
                  {column.header}
                </SortButton>
              ) : (
                column.header
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function MarkAll<R>({ selection }: { readonly selection: ListSelection<R> }) {
  return (
    <div role="columnheader" className={styles['mark']}>
      <label>
        <input
          type="checkbox"
          aria-label={selection.allLabel}
          checked={selection.all === 'all'}
          ref={(box) => {
            if (box !== null) box.indeterminate = selection.all === 'some';
          }}
          onChange={selection.onAll}
        />
      </label>
    </div>
  );
}
