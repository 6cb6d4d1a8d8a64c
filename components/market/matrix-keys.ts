import type { KeyboardEvent } from 'react';

/**
 * The keys inside a table of figures: arrows from cell to cell, Home and End to the ends of a row, with Control to those
 * of the table. Cells that are not shown at this width are passed over; what a cell holds has the focus.
 */
export function matrixKey(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || event.altKey || event.metaKey) return;
  const cell = target.closest<HTMLTableCellElement>('tbody th, tbody td');
  const row = cell?.closest<HTMLTableRowElement>('tr');
  if (!cell || !row) return;
  const to = goal(event, cell, row);
  if (to === null) return;
  event.preventDefault();
  to.focus();
  to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function goal(
  { key, ctrlKey }: KeyboardEvent,
  cell: HTMLTableCellElement,
  row: HTMLTableRowElement,
): HTMLElement | null {
  const column = [...row.cells].indexOf(cell);
  const rows = [...(row.parentElement?.children ?? [])];
  const place = rows.indexOf(row);
  const beside = (steps: readonly HTMLTableCellElement[]) => first(steps.map(stopOf));
  switch (key) {
    case 'ArrowDown':
      return first(rows.slice(place + 1).map((each) => stopAt(each, column)));
    case 'ArrowUp':
      return first(
        rows
          .slice(0, place)
          .toReversed()
          .map((each) => stopAt(each, column)),
      );
    case 'ArrowRight':
      return beside([...row.cells].slice(column + 1));
    case 'ArrowLeft':
      return beside([...row.cells].slice(0, column).toReversed());
    case 'Home':
      return ctrlKey ? first(rows.map((each) => stopAt(each, column))) : beside([...row.cells]);
    case 'End':
      return ctrlKey
        ? first(rows.toReversed().map((each) => stopAt(each, column)))
        : beside([...row.cells].toReversed());
    default:
      return null;
  }
}

function stopAt(row: Element, column: number): HTMLElement | null {
  const cell = row instanceof HTMLTableRowElement ? row.cells[column] : undefined;
  return cell === undefined ? null : stopOf(cell);
}

function stopOf(cell: HTMLTableCellElement): HTMLElement | null {
  if (cell.offsetParent === null) return null;
  return cell.querySelector<HTMLElement>('a, button') ?? cell.querySelector<HTMLElement>('[data-cell-stop]');
}

function first(stops: readonly (HTMLElement | null)[]): HTMLElement | null {
  return stops.find((stop) => stop !== null) ?? null;
}
