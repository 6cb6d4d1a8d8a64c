import type { Instant } from '../time/instant';

/**
 * A UUID of version 7: 48 bits of time, then 74 of chance, so that ids made later sort later. Two of one millisecond
 * sort by chance.
 *
 * @param random gives numbers from 0 up to, not including, 1
 * @example `uuidV7(instant(0x017f22e279b0), …)` begins `017f22e2-79b0-7`
 * @see RFC 9562, 5.7
 */
export function uuidV7(at: Instant, random: () => number): string {
  if (at < 0 || at >= 2 ** 48) throw new RangeError(`An id needs a time between 1970 and 10889: ${at}`);
  const time = at.toString(16).padStart(12, '0');
  const chance = Array.from({ length: 5 }, () => Math.floor(random() * 0x10000));
  const [first = 0, second = 0, ...rest] = chance;
  const groups = [
    time.slice(0, 8),
    time.slice(8),
    `7${hex(first & 0x0fff, 3)}`,
    hex(0x8000 | (second & 0x3fff), 4),
    rest.map((word) => hex(word, 4)).join(''),
  ];
  return groups.join('-');
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
