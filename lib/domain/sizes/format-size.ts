import type { Size, SizeRun } from './size';

/**
 * A size as people read it; a run only where it changes which shoe is meant.
 *
 * @example `US 10`, `US 7.5W`, `US 5Y`, `EU 42 2/3`, `JP 27.5`
 */
export function formatSize(size: Size, run: SizeRun = null): string {
  const mark = size.system !== 'US' ? '' : run === 'women' ? 'W' : run === 'youth' ? 'Y' : '';
  return `${size.system} ${formatValue(size.value)}${mark}`;
}

function formatValue(value: number): string {
  const whole = Math.floor(value);
  const rest = Math.round((value - whole) * 100);
  if (rest === 33) return `${whole} 1/3`;
  return rest === 67 ? `${whole} 2/3` : String(value);
}
