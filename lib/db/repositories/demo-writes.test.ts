import { describe, expect, test } from 'vitest';
import { exportDatabase } from '@/lib/db/backup/export-database';
import { restoreDatabase } from '@/lib/db/backup/restore-database';
import { NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { addDemoWrite, readDemoWrites } from './demo-writes';
import { setMeta } from './meta';

describe('what was done to the demo market', () => {
  test('comes back in the order it was done in, also of twelve at once', async () => {
    const db = makeDatabase();
    const texts = Array.from({ length: 12 }, (_, nth) => `write ${nth}`);
    await Promise.all(texts.map((text) => addDemoWrite(db, text, NOON)));
    await setMeta(db, 'demo/other', 'not a write', NOON);
    expect(await readDemoWrites(db)).toEqual(texts);
  });

  test('stays done when the books are restored, and does not come with a copy', async () => {
    const [demo, other] = [makeDatabase(), makeDatabase()];
    await addDemoWrite(demo, 'first', NOON);
    const { file } = await exportDatabase(demo, NOON);
    await addDemoWrite(demo, 'second', NOON);
    await restoreDatabase(demo, file, NOON);
    expect(await readDemoWrites(demo)).toEqual(['first', 'second']);
    await restoreDatabase(other, file, NOON);
    expect(await readDemoWrites(other)).toEqual([]);
  });
});
