import { MOST_MINOR } from '@/lib/domain/inventory/pair';
import type { SizeChart } from '@/lib/domain/sizes/allowed-sizes';
import { findAllowedSize } from '@/lib/domain/sizes/allowed-sizes';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { Money } from '@/lib/domain/money/money';
import type { Size } from '@/lib/domain/sizes/size';
import { DAY_MS, type Instant } from '@/lib/domain/time/instant';
import { CommandError } from './command-deps';

/** Longest texts a pair keeps, in characters. */
export const LONGEST = { name: 200, brand: 80, supplier: 120, location: 80, note: 2000, tag: 40, tags: 30 } as const;

/** @throws CommandError `bad-value` when the product does not come in this size */
export function checkSize(chart: SizeChart | undefined, size: Size): void {
  if (chart === undefined || chart.allowedSizes.length === 0 || findAllowedSize(chart, size) !== null) return;
  const known = size.system === chart.sizeSystem || size.system === 'US';
  throw new CommandError(
    'bad-value',
    known
      ? `This product has no ${formatSize(size)}. Nothing was changed.`
      : `This product is sized in ${chart.sizeSystem}, so ${formatSize(size)} cannot be placed. Nothing was changed.`,
  );
}

/** @throws CommandError `bad-value` when an amount is below zero, or more than any pair is worth */
export function checkAmount(what: string, amount: Money | null): void {
  if (amount === null) return;
  if (amount.minor < 0) throw new CommandError('bad-value', `${what} cannot be below zero. Nothing was changed.`);
  if (amount.minor > MOST_MINOR)
    throw new CommandError('bad-value', `${what} is more than the companion can add up. Nothing was changed.`);
}

/**
 * A day that has been; with a day's grace, since clocks and zones differ.
 *
 * @throws CommandError `bad-value` when it is still to come
 */
export function checkPast(what: string, at: Instant | null | undefined, now: Instant): void {
  if (at != null && at > now + DAY_MS)
    throw new CommandError('bad-value', `The day of the ${what} is still to come. Nothing was changed.`);
}

/** @throws CommandError `bad-value` when a text is longer than it may be */
export function checkText(what: string, text: string, longest: number): void {
  if (text.length > longest)
    throw new CommandError('bad-value', `${what} has more than ${longest} characters. Nothing was changed.`);
}

/**
 * Tags without spaces around them and each once, in the order they were given.
 *
 * @example `[' gift ', 'gift', '']` is `['gift']`
 */
export function cleanTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
}

/** @throws CommandError `bad-value` for too many tags or one too long */
export function checkTags(tags: readonly string[]): void {
  if (tags.length > LONGEST.tags)
    throw new CommandError('bad-value', `A pair keeps at most ${LONGEST.tags} tags. Nothing was changed.`);
  for (const tag of tags) checkText('A tag', tag, LONGEST.tag);
}

/** What was typed without the spaces around it; nothing typed is null. */
export function textOrNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
