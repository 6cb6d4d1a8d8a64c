import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './data-list.module.css';
import { ListHeader } from './list-header';
import type { Sort } from './sort';

export interface Column<R> {
  readonly id: string;
  readonly header: string;
  /** A track of the grid: `minmax(160px, 2fr)`, `88px`. */
  readonly width: string;
  readonly align?: 'right';
  readonly sortable?: boolean;
  readonly cell: (row: R) => ReactNode;
}

export interface DataListProps<R> {
  readonly label: string;
  /** How many rows the list has in all; `rows` are those from `offset` on that have been read. */
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  readonly columns: readonly Column<R>[];
  /** The same row where there is no room for columns: two lines. */
  readonly renderCompact: (row: R) => ReactNode;
  readonly onOpen?: (row: R) => void;
  readonly selectedKey?: string | null;
  readonly sort?: Sort | undefined;
  readonly onSort?: (by: string) => void;
  /** Told what is on the screen, so that the right rows are read. */
  readonly onRange?: (first: number, last: number) => void;
  /** The width in pixels from which on the columns have room. */
  readonly tableFrom: number;
  /** Another value here means another list: it begins at its top. */
  readonly listKey: string;
}

const TABLE_ROW = 36;
const COMPACT_ROW = 52;

/** A list of any length: only what is seen is drawn. A table where there is room, two-line rows where not. */
export function DataList<R>(props: DataListProps<R>) {
  const { rows, offset, total, keyOf, columns, onOpen, onRange, listKey } = props;
  const { ref: sizeRef, width } = useElementSize();
  const scroller = useRef<HTMLDivElement>(null);
  const wide = width >= props.tableFrom;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => (wide ? TABLE_ROW : COMPACT_ROW),
    overscan: 10,
    useFlushSync: false,
  });
  const { measure } = virtual;
  useLayoutEffect(measure, [wide, measure]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [first, last, onRange]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [listKey]);
  const template = wide ? columns.map((column) => column.width).join(' ') : '1fr';
  const before = useRef<HTMLSpanElement>(null);
  const after = useRef<HTMLSpanElement>(null);
  const move = (event: KeyboardEvent) => {
    leaveList(event, before.current, after.current);
    moveFocus(event, scroller.current, total, (index) => virtual.scrollToIndex(index));
  };
  return (
    <div ref={sizeRef} className={styles['frame']}>
      <span ref={before} tabIndex={-1} className={styles['edge']} />
      {width === 0 ? null : (
        <div
          key={wide ? 'table' : 'rows'}
          ref={scroller}
          className={`${styles['scroller']} archvd-scroll`}
          role="table"
          aria-label={props.label}
          aria-rowcount={total + (wide ? 1 : 0)}
          onKeyDown={move}
        >
          {wide ? <ListHeader columns={columns} template={template} sort={props.sort} onSort={props.onSort} /> : null}
          <div role="rowgroup" className={styles['rows']} style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const row = rows[item.index - offset];
              const key = row === undefined ? null : keyOf(row);
              return (
                <div
                  key={item.index}
                  role="row"
                  aria-rowindex={item.index + (wide ? 2 : 1)}
                  data-index={item.index}
                  data-selected={(key !== null && key === props.selectedKey) || undefined}
                  data-opens={onOpen !== undefined || undefined}
                  className={wide ? styles['row'] : styles['compact']}
                  style={{ height: item.size, transform: `translateY(${item.start}px)`, gridTemplateColumns: template }}
                  onClick={(event) => {
                    if (row !== undefined && !isControl(event.target, event.currentTarget)) onOpen?.(row);
                  }}
                >
                  {row === undefined ? <div role="cell" className={styles['coming']} /> : null}
                  {row !== undefined && wide
                    ? columns.map((column) => (
                        <div key={column.id} role="cell" className={styles['cell']} data-align={column.align}>
                          {column.cell(row)}
                        </div>
                      ))
                    : null}
                  {row !== undefined && !wide ? props.renderCompact(row) : null}
                </div>
              );
            })}
          </div>
        </div>
      )}
      <span ref={after} tabIndex={-1} className={styles['edge']} />
    </div>
  );
}

/** A click on something that has its own meaning does not open the row. */
function isControl(target: EventTarget, row: Element): boolean {
  const control = target instanceof Element ? target.closest('a, button, input, label, [role="dialog"]') : null;
  return control !== null && row.contains(control);
}

/**
 * Tab goes through one row and then out of the list, however long it is: the focus is put beside the rows, and the
 * browser goes on from there. The rows themselves are reached with the arrow keys.
 */
function leaveList(event: KeyboardEvent, before: HTMLElement | null, after: HTMLElement | null): void {
  if (event.key !== 'Tab' || !(event.target instanceof HTMLElement)) return;
  const row = event.target.closest<HTMLElement>('[data-index]');
  if (row === null) return;
  const stops = [...row.querySelectorAll<HTMLElement>('a, button, input')].filter((each) => each.tabIndex >= 0);
  if (event.target !== (event.shiftKey ? stops[0] : stops.at(-1))) return;
  (event.shiftKey ? before : after)?.focus({ preventScroll: true });
}

/** Up and down go from row to row, left and right from figure to figure inside one. */
function moveFocus(
  event: KeyboardEvent,
  scroller: HTMLElement | null,
  count: number,
  scrollTo: (index: number) => void,
): void {
  if (!(event.target instanceof HTMLElement) || event.target instanceof HTMLInputElement || scroller === null) return;
  const row = event.target.closest<HTMLElement>('[data-index]');
  if (row === null) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = Number(row.dataset['index']) + (event.key === 'ArrowDown' ? 1 : -1);
    if (next < 0 || next >= count) return;
    event.preventDefault();
    scrollTo(next);
    requestAnimationFrame(() => scroller.querySelector<HTMLElement>(`[data-index="${next}"] :is(a, button)`)?.focus());
  } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    const stops = [...row.querySelectorAll<HTMLElement>('a, button, [data-cell-stop]')];
    const to = stops[stops.indexOf(event.target) + (event.key === 'ArrowRight' ? 1 : -1)];
    if (to === undefined) return;
    event.preventDefault();
    to.focus();
  }
}
