export type SizeRun = 'men' | 'men-long' | 'adidas' | 'women' | 'youth' | 'kids' | 'whole-women' | 'whole-men' | 'eu';

export interface AllowedSize {
  readonly display_name: string;
  readonly value: number;
  readonly us_size_equivalent: number;
}

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
}

const runs: Record<Exclude<SizeRun, 'eu'>, readonly number[]> = {
  men: [...steps(4, 13, 0.5), 14, 15, 16, 17, 18],
  'men-long': steps(3.5, 20, 0.5),
  adidas: steps(4, 14.5, 0.5),
  women: steps(5, 12, 0.5),
  youth: steps(3.5, 7, 0.5),
  // Children's sizes run up to 13.5 and start again at 1; alias lists them in that order, not sorted.
  kids: [...steps(10.5, 13.5, 0.5), ...steps(1, 7, 0.5)],
  'whole-women': steps(5, 12, 1),
  'whole-men': steps(4, 13, 1),
};

/** European sizes with the US men's size alias prices them by. */
const european: readonly (readonly [number, number])[] = [
  [39, 6],
  [40, 7],
  [41, 8],
  [42, 9],
  [43, 10],
  [44, 11],
  [45, 12],
  [46, 13],
];

/** Sizes in the order alias writes them; women's are plain US women's numbers, GS has no "Y". */
export function allowedSizes(run: SizeRun): readonly AllowedSize[] {
  if (run === 'eu')
    return european.map(([value, us]) => ({ display_name: String(value), value, us_size_equivalent: us }));
  return runs[run].map((value) => ({ display_name: String(value), value, us_size_equivalent: value }));
}
