import { parseSize } from '@/lib/domain/sizes/parse-size';
import type { SizeSystem } from '@/lib/domain/sizes/size';

/** One of the numbers of a size that is written on several scales. */
export interface SizePiece {
  readonly text: string;
  readonly value: number;
  readonly system: SizeSystem;
}

/** A stroke between two figures may be that of a third (`42 2/3`), and one before a letter never is. */
const STROKES = /\s*[|·•;]\s*|\s+\/\s+|\/(?=[a-z])|,\s+/i;
const SPACES = /\s+(?=(?:US|UK|GB|EU|EUR|JP|CM|IT|FR)\b)/i;

/**
 * The numbers of a size a page writes on several scales at once, or null: each has to name its own, and no scale may
 * stand there twice, so that two sizes are never taken for one.
 *
 * @example `US 9.5 / EU 43` is 9.5 and 43; `US 9 / US 10`, `8 / 42` and `42 2/3` are nothing
 */
export function sizePieces(text: string): readonly SizePiece[] | null {
  return piecesOf(text.split(STROKES)) ?? piecesOf(text.split(SPACES));
}

function piecesOf(split: readonly string[]): readonly SizePiece[] | null {
  const parts = split.filter((part) => part.trim() !== '');
  if (parts.length < 2 || parts.length > 5) return null;
  const pieces = parts.flatMap((part): SizePiece[] => {
    const read = namesSystem(part) ? parseSize(part) : null;
    return read?.ok === true ? [{ text: part, ...read.size }] : [];
  });
  const isSure = pieces.length === parts.length && new Set(pieces.map(({ system }) => system)).size === pieces.length;
  return isSure ? pieces : null;
}

/** Whether a scale stands at the number; one in brackets is that of another number. */
export function namesSystem(text: string): boolean {
  return /(?<![A-Z])(?:US|USA|UK|GB|EU|EUR|JP|JPN|CM|IT|FR)(?![A-Z])/i.test(text.replace(/\([^)]*\)/g, ''));
}
