/**
 * A share as a person writes it (`15`, `12.5 %`, `12,5`) in basis points; null when it is none or beyond 1000 %.
 *
 * @example `parsePercent('12,5 %')` is 1250
 */
export function parsePercent(text: string): number | null {
  const cleaned = text.trim().replace(/\s*%$/, '').replace(',', '.');
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(cleaned)) return null;
  const basisPoints = Math.round(Number(cleaned) * 100);
  return basisPoints <= 100_000 ? basisPoints : null;
}

/** `1250` is `12.5`: what `parsePercent` reads back. */
export function percentInput(basisPoints: number): string {
  return String(basisPoints / 100);
}
