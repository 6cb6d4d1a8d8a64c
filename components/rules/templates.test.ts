import { expect, test, vi } from 'vitest';
import { checkRule } from '@/lib/domain/repricing/check-rule';
import { ruleSettings } from '@/lib/messaging/protocol/repricing';
import { BLANK, TEMPLATES } from './templates';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

test.each([...TEMPLATES.map(({ id, settings }) => [id, settings] as const), ['blank', BLANK] as const])(
  '%s can be meant, is taken by the background, and never goes below break-even',
  (_id, settings) => {
    expect(checkRule(settings)).toEqual([]);
    expect(ruleSettings.safeParse(settings).success).toBe(true);
    expect(settings.floor.target.kind).toBe('break-even');
  },
);

test('each has a name and a purpose of its own', () => {
  expect(new Set(TEMPLATES.map(({ name }) => name())).size).toBe(TEMPLATES.length);
  expect(new Set(TEMPLATES.map(({ why }) => why())).size).toBe(TEMPLATES.length);
});
