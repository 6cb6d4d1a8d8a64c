import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import styles from './data-list.module.css';
import { ListHeader } from './list-header';
import { focusRow, leaveList, listKey } from './list-keys';
import { ListRow } from './list-row';
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

/** Marking rows, by place in the whole list: what is far off the screen can be marked too. */
export interface ListSelection<R> {
  readonly has: (index: number) => boolean;
  readonly all: 'none' | 'some' | 'all';
  readonly onAll: () => void;
  /** `begin` marks where a range starts unless one has begun; `range` marks all from there. */
  readonly pick: (index: number, how: 'toggle' | 'begin' | 'range') => void;
  readonly labelOf: (row: R) => string;
  readonly allLabel: string;
  /** Boxes are shown in two-line rows too; there they take room from the name. */
  readonly inCompact: boolean;
}

/** What a screen may ask of its list. */
export interface ListHandle {
  readonly focusRow: (index: number) => void;
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
  /** Pixels of such a row, when two lines are not enough. */
  readonly compactHeight?: number;
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
  /** Pixels all columns need; where the list is narrower it scrolls sideways under its first column. */
  readonly minWidth?: number;
  readonly selection?: ListSelection<R>;
  readonly handle?: Ref<ListHandle>;
}

const TABLE_ROW = 36;
const COMPACT_ROW = 52;

/** A list of any length: only what is seen is drawn. A table where there is room, two-line rows where not. */
export function DataList<R>(props: DataListProps<R>) {
  const { rows, offset, total, keyOf, columns, onRange, listKey: key, selection } = props;
  const { ref: sizeRef, width } = useElementSize();
  const scroller = useRef<HTMLDivElement>(null);
  const wide = width >= props.tableFrom;
  const rowHeight = wide ? TABLE_ROW : (props.compactHeight ?? COMPACT_ROW);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
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
  }, [key]);
  const scrollTo = (index: number) => virtual.scrollToIndex(index);
  useImperativeHandle(props.handle, () => ({ focusRow: (index) => focusRow(scroller.current, index, scrollTo) }));
  const template = [...(selection === undefined ? [] : ['20px']), ...columns.map((column) => column.width)].join(' ');
  const focused = useFocusedRow(wide, (index) => focusRow(scroller.current, index, scrollTo));
  const overflows = wide && props.minWidth !== undefined && props.minWidth > width;
  const before = useRef<HTMLSpanElement>(null);
  const after = useRef<HTMLSpanElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    // What opens out of a row lies elsewhere on the page; its keys are its own.
    if (!event.currentTarget.contains(event.target as Node)) return;
    leaveList(event, before.current, after.current);
    listKey(event, { scroller: scroller.current, count: total, scrollTo, pick: selection?.pick });
  };
  return (
    <div ref={sizeRef} className={styles['frame']}>
      <span ref={before} tabIndex={-1} className={styles['edge']} />
      {width === 0 ? null : (
        <div
          key={wide ? 'table' : 'rows'}
          ref={scroller}
          className={`${styles['scroller']} archvd-scroll`}
          data-sideways={overflows || undefined}
          role="table"
          aria-label={props.label}
          aria-rowcount={total + (wide ? 1 : 0)}
          onKeyDown={onKeyDown}
          {...focused}
        >
          <div style={overflows ? { width: props.minWidth } : undefined}>
            {wide ? (
              <ListHeader
                columns={columns}
                template={template}
                sort={props.sort}
                onSort={props.onSort}
                selection={selection}
              />
            ) : null}
            <div role="rowgroup" className={styles['rows']} style={{ height: virtual.getTotalSize() }}>
              {items.map((item) => {
                const row = rows[item.index - offset];
                return (
                  <ListRow<R>
                    key={item.index}
                    row={row}
                    index={item.index}
                    top={item.start}
                    height={item.size}
                    wide={wide}
                    template={template}
                    columns={columns}
                    renderCompact={props.renderCompact}
                    isOpen={row !== undefined && keyOf(row) === props.selectedKey}
                    onOpen={props.onOpen}
                    marked={selection?.has(item.index) ?? false}
                    selection={selection}
                  />
                );
              })}
            </div>
          </div>
        </div>
      )}
      <span ref={after} tabIndex={-1} className={styles['edge']} />
    </div>
  );
}

/** Rows are drawn anew when they take another shape; the row that had the focus has it again. */
function useFocusedRow(wide: boolean, focus: (index: number) => void) {
  const row = useRef<number | null>(null);
  const back = useEffectEvent(() => {
    if (row.current !== null && document.activeElement === document.body) focus(row.current);
  });
  useEffect(() => back(), [wide]);
  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      const index = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
      row.current = index === undefined ? null : Number(index);
    },
    onBlur: ({ relatedTarget }: FocusEvent<HTMLElement>) => {
      if (relatedTarget !== null) row.current = null;
    },
  };
}
