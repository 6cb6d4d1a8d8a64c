import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { declare } from './declaration';
import { decodeSetting, encodeSetting } from './decode';

const declaration = declare<{ minutes: number }>({
  area: 'local',
  key: 'pause',
  version: 3,
  schema: z.object({ minutes: z.number().int() }),
  fallback: { minutes: 10 },
  migrations: {
    2: (older) => ({ seconds: z.number().parse(older) }),
    3: (older) => ({ minutes: z.object({ seconds: z.number() }).parse(older).seconds / 60 }),
  },
  clearedOn: [],
});

test('what was encoded decodes to itself', () => {
  expect(decodeSetting(declaration, encodeSetting(declaration, { minutes: 7 }))).toEqual({
    value: { minutes: 7 },
    problem: null,
  });
});

test('nothing stored is the default without a complaint', () => {
  for (const stored of [null, undefined]) {
    expect(decodeSetting(declaration, stored)).toEqual({ value: { minutes: 10 }, problem: null });
  }
});

test('an older value goes through every migration in turn', () => {
  expect(decodeSetting(declaration, { v: 1, value: 180 }).value).toEqual({ minutes: 3 });
  expect(decodeSetting(declaration, { v: 2, value: { seconds: 60 } }).value).toEqual({ minutes: 1 });
});

describe('what cannot be used gives the default and a reason that does not repeat the value', () => {
  test.each([
    ['no envelope', 'secret-looking', 'The default is used: what is stored has no version.'],
    ['newer', { v: 4, value: {} }, 'The default is used: a newer version of the extension wrote it.'],
    [
      'broken migration',
      { v: 1, value: 'secret-looking' },
      'The default is used: it could not be brought to version 2.',
    ],
    [
      'misfit',
      { v: 3, value: { minutes: 'secret-looking' } },
      'The default is used: "minutes" has an unexpected value.',
    ],
    ['misfit at the root', { v: 3, value: 'secret-looking' }, 'The default is used: it has an unexpected value.'],
  ])('%s', (_name, stored, problem) => {
    expect(decodeSetting(declaration, stored)).toEqual({ value: { minutes: 10 }, problem });
  });

  test('a version without its migration', () => {
    const gap = { ...declaration, migrations: { 3: declaration.migrations[3] ?? String } };
    expect(decodeSetting(gap, { v: 1, value: 180 }).problem).toBe(
      'The default is used: it could not be brought to version 2.',
    );
  });
});
