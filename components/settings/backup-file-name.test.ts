import { expect, test } from 'vitest';
import { backupFileName } from './backup-file-name';

test('the day is that of the person, not of Greenwich', () => {
  const lateEvening = new Date(2026, 10, 3, 23, 59).getTime();
  expect(backupFileName(lateEvening, false)).toBe('archvd-backup-2026-11-03.jsonl.gz');
  expect(backupFileName(lateEvening, true)).toBe('archvd-demo-2026-11-03.jsonl.gz');
});
