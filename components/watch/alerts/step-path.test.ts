import { expect, test } from 'vitest';
import { stepPath, type PlotPoint } from './step-path';

const draw = (points: readonly PlotPoint[], until: number) =>
  stepPath(
    points,
    until,
    (at) => at,
    (value) => value,
  );

test.each<[string, readonly PlotPoint[], string]>([
  ['nothing', [], ''],
  ['each value until the next, the last until the end', [at(0, 10), at(5, 8)], 'M0 10H5V8H9'],
  ['a gap where none is known', [at(0, 10), at(2, null), at(5, 8)], 'M0 10H2M5 8H9'],
  ['a gap at the beginning and at the end', [at(0, null), at(1, 10), at(2, null)], 'M1 10H2'],
  ['a tenth of a pixel', [at(0.04, 1.26)], 'M0 1.3H9'],
])('%s', (_, points, path) => expect(draw(points, 9)).toBe(path));

function at(moment: number, value: number | null): PlotPoint {
  return { at: moment, value };
}
