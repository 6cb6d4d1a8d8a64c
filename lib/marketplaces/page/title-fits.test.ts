import { expect, test } from 'vitest';
import { titleFits } from './title-fits';

test.each([
  ['aero-court-1-low-test-lime-zx1234-567', "Aero Court 1 Low 'Test Lime'", 'exact'],
  ['wmns-aero-court-rose-qx4321', "Wmns Aero Court 'Rosé'", 'exact'],
  ['no-code-at-all', 'No Code At All', 'exact'],
  ['dunk-low-panda-dd1391-100', "Dunk Low 'Grey Fog'", 'similar'],
  ['dunk-low-panda-dd1391-100', "Nike Dunk Low 'Panda'", 'similar'],
  ['gazette-runner-core-grey-qx4321', "Aero Court 1 Low 'Test Lime'", 'other'],
  ['gazette-runner-core-grey-qx4321', '', 'other'],
  ['gazette-runner-core-grey-qx4321', "Core 'Aero' Court One Two", 'other'],
])('%s, %s: %s', (slug, title, fit) => {
  expect(titleFits(slug, title)).toBe(fit);
});
