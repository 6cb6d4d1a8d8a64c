import { unit } from '../random/random';

/**
 * A drawn stand-in for alias's product picture, as a data URL: the demo asks no server for anything, and a made-up path
 * on the real image host would be a request the person never wanted.
 */
export function drawnPicture(catalogSeed: number): string {
  const hue = Math.floor(unit(catalogSeed, 1) * 360);
  const accent = Math.floor(unit(catalogSeed, 2) * 360);
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 96 64'>` +
    `<path fill='hsl(${hue} 35% 62%)' d='M6 44V24l10-6c4 6 10 6 14-2l24 18c10 4 30 4 36 10v4H6z'/>` +
    `<path fill='hsl(${accent} 55% 42%)' d='M18 38c16 4 30-2 40-6l4 3c-14 7-30 10-44 7z'/>` +
    `<path fill='hsl(${hue} 15% 90%)' d='M6 46h84v4c0 3-2 5-6 5H12c-4 0-6-3-6-6z'/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
