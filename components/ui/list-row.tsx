import { memo, type ReactNode } from 'react';
import type { Column, ListSelection } from './data-list';
import styles from './data-list.module.css';
import { isForRow } from './row-click';

export interface ListRowProps<R> {
  /** undefined: it is being read. */
  readonly row: R | undefined;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly wide: boolean;
  readonly template: string;
  readonly columns: readonly Column<R>[];
  readonly renderCompact: (row: R) => ReactNode;
  readonly isOpen: boolean;
  readonly onOpen: ((row: R) => void) | undefined;
  readonly marked: boolean;
  readonly selection: ListSelection<R> | undefined;
}

/** One line of a list: columns where there is room, two lines where not, and a box to mark it by. */
function Row<R>(props: ListRowProps<R>) {
  const { row, index, wide, columns, onOpen, selection, marked } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + (wide ? 2 : 1)}
      data-index={index}
      data-selected={props.isOpen || undefined}
      data-marked={marked || undefined}
      data-opens={onOpen !== undefined || undefined}
      className={wide ? styles['row'] : styles['compact']}
      style={{
        height: props.height,
        transform: `translateY(${props.top}px)`,
        gridTemplateColumns: wide ? props.template : undefined,
      }}
      onClick={(event) => {
        if (row === undefined || !isForRow(event.target, event.currentTarget)) return;
        const marking = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : null;
        if (selection !== undefined && marking !== null) selection.pick(index, marking);
        else onOpen?.(row);
      }}
    >
      {row === undefined ? <div role="cell" className={styles['coming']} /> : null}
      {row !== undefined && selection !== undefined && (wide || selection.inCompact) ? (
        <div role="cell" className={styles['mark']}>
          <label>
            <input
              type="checkbox"
              checked={marked}
              aria-label={selection.labelOf(row)}
              onChange={({ nativeEvent }) =>
                selection.pick(index, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey ? 'range' : 'toggle')
              }
            />
          </label>
        </div>
      ) : null}
      {row !== undefined && wide
        ? columns.map((column, place) => (
            <div
              key={column.id}
              role="cell"
              className={styles['cell']}
              data-align={column.align}
              data-first={place === 0 || undefined}
            >
              {column.cell(row)}
            </div>
          ))
        : null}
      {row !== undefined && !wide ? props.renderCompact(row) : null}
    </div>
  );
}

/** Drawn anew only when something of it changed: marking one row of many draws one. */
export const ListRow = memo(Row) as typeof Row;
