import type { Random } from './random';

/** UUID v7 of an instant: alias's listing ids carry their creation time in the first 48 bits. */
export function uuidV7(atMs: number, random: Random): string {
  const time = Math.max(0, Math.floor(atMs)).toString(16).padStart(12, '0');
  const variant = (8 + Math.floor(random() * 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(random, 3)}-${variant}${hex(random, 3)}-${hex(random, 12)}`;
}

function hex(random: Random, digits: number): string {
  let text = '';
  while (text.length < digits)
    text += Math.floor(random() * 65536)
      .toString(16)
      .padStart(4, '0');
  return text.slice(0, digits);
}
