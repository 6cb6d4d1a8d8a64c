import type { Size, SizeRun, SizeSystem } from './size';

/** Why a text is not a size. `other-system`: a scale the companion does not keep (Korean millimetres). */
export type SizeProblem = 'empty' | 'not-a-size' | 'other-system' | 'no-such-size';

export type ParsedSize =
  | {
      readonly ok: true;
      readonly size: Size;
      /** Whose size it is, when the text says so (`7.5W`, `5Y`); this outranks what the product says. */
      readonly run: SizeRun;
    }
  | { readonly ok: false; readonly reason: SizeProblem };

const SYSTEMS: Readonly<Record<string, SizeSystem>> = {
  US: 'US',
  USA: 'US',
  UK: 'UK',
  GB: 'UK',
  EU: 'EU',
  EUR: 'EU',
  JP: 'JP',
  JPN: 'JP',
  CM: 'JP',
  IT: 'IT',
  FR: 'FR',
};

const RUNS: Readonly<Record<string, SizeRun>> = {
  M: 'men',
  MEN: 'men',
  MENS: 'men',
  W: 'women',
  WMN: 'women',
  WMNS: 'women',
  WOMEN: 'women',
  WOMENS: 'women',
  Y: 'youth',
  YOUTH: 'youth',
  C: 'youth',
  GS: 'youth',
  PS: 'youth',
  TD: 'youth',
  KIDS: 'youth',
  UNISEX: 'unisex',
};

const LARGEST: Readonly<Record<SizeSystem, number>> = { US: 22, UK: 21, EU: 60, JP: 40, IT: 60, FR: 60 };
const SMALLEST: Readonly<Record<SizeSystem, number>> = { US: 0.5, UK: 0, EU: 14, JP: 6, IT: 14, FR: 14 };

/**
 * Reads one size as people and shops write it. A number without a system is EU from 34 on, centimetres from 22 to 33,
 * and `bare` (US unless told) up to 21.5. Thirds are kept as two decimals: `42 2/3` is 42.67. What stands in brackets
 * is left out (`UK 6 (EU 39)` is UK 6); two sizes in one text (`9M/10.5W`) are not a size.
 *
 * @example `parseSize('7.5W')` is US 7.5 of the women's run; `parseSize('42⅔')` is EU 42.67
 */
export function parseSize(text: string, bare: 'US' | 'UK' = 'US'): ParsedSize {
  const cleaned = plain(text);
  if (cleaned === '') return { ok: false, reason: 'empty' };
  const words = cleaned.match(/[A-Z]+/g) ?? [];
  const figures = cleaned.replace(/[A-Z]+/g, ' ').trim();
  const value = readValue(figures);
  if (value === null) return { ok: false, reason: 'not-a-size' };
  if (words.some((word) => word === 'KR' || word === 'MM')) return { ok: false, reason: 'other-system' };
  const systems = new Set(words.map((word) => SYSTEMS[word]).filter((system) => system !== undefined));
  const runs = new Set(words.map((word) => RUNS[word]).filter((run) => run !== undefined));
  const known = words.every((word) => word === 'SIZE' || word in SYSTEMS || word in RUNS);
  if (!known || systems.size > 1 || runs.size > 1) return { ok: false, reason: 'not-a-size' };
  const system = [...systems][0] ?? systemOf(value, bare);
  if (system === null) return { ok: false, reason: value >= 215 && value <= 360 ? 'other-system' : 'no-such-size' };
  if (!exists(value, system)) return { ok: false, reason: 'no-such-size' };
  return { ok: true, size: { value, system }, run: [...runs][0] ?? null };
}

function plain(text: string): string {
  return text
    .slice(0, 60)
    .toUpperCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[’']/g, '')
    .replace(/[:.-]+(?=\s|$)/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/ ?½/g, '.5')
    .replace(/ ?⅓/g, ' 1/3')
    .replace(/ ?⅔/g, ' 2/3')
    .trim();
}

function readValue(figures: string): number | null {
  const fraction = /^(\d{1,3}) ([12])\/([23])$/.exec(figures);
  if (fraction !== null) return toStep(Number(fraction[1]) + Number(fraction[2]) / Number(fraction[3]));
  return /^\d{1,3}(?:[.,]\d{1,3})?$/.test(figures) ? toStep(Number(figures.replace(',', '.'))) : null;
}

/** Shops write a third as .3, .33 or .333: all of them are 42.33 here. */
function toStep(value: number): number {
  const whole = Math.floor(value);
  const rest = value - whole;
  if (Math.abs(rest - 1 / 3) < 0.04) return whole + 0.33;
  if (Math.abs(rest - 2 / 3) < 0.04) return whole + 0.67;
  return value;
}

function systemOf(value: number, bare: 'US' | 'UK'): SizeSystem | null {
  if (value < 22) return bare;
  if (value < 34) return 'JP';
  return value <= LARGEST.EU ? 'EU' : null;
}

function exists(value: number, system: SizeSystem): boolean {
  if (value < SMALLEST[system] || value > LARGEST[system]) return false;
  const rest = Math.round((value % 1) * 100);
  return rest === 0 || rest === 50 || (system === 'EU' && (rest === 33 || rest === 67));
}
