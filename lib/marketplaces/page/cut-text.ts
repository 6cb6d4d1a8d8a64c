/** A figure is no longer than this. */
const TAIL = 60;

/** What of a figure or a code may be left where a text was cut. */
const LAST_FIGURE = /\S*\d[\d\s.,'’-]*$/;

/**
 * The beginning of a text. A figure that is cut would be another one, so what may be left of one at the end goes as well.
 *
 * @example `Nike Aero Court $110.71` cut at 21 is `Nike Aero Court`, not `Nike Aero Court $110`
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = Math.max(0, most - TAIL);
  return (text.slice(0, from) + text.slice(from, most).replace(LAST_FIGURE, '')).trim();
}
