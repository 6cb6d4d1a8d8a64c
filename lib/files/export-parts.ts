import type { ExportSettings } from '@/lib/domain/exports/export-settings';
import type { DayFormat } from './dated';

export function formatOf(dayOrder: ExportSettings['dayOrder']): DayFormat {
  return dayOrder === 'day-first' ? 'dd/mm/yyyy' : 'mm/dd/yyyy';
}

/** Rows cut into files of at most so many; nothing is one empty file. */
export function inParts<T>(rows: readonly T[], most: number): readonly (readonly T[])[] {
  if (rows.length === 0) return [[]];
  const parts: (readonly T[])[] = [];
  for (let from = 0; from < rows.length; from += most) parts.push(rows.slice(from, from + most));
  return parts;
}

export function partName(base: string, nth: number, parts: number): string {
  return parts === 1 ? `${base}.csv` : `${base}-${nth + 1}-of-${parts}.csv`;
}
