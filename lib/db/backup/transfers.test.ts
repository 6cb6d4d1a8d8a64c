import { describe, expect, test } from 'vitest';
import { HOUR_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { makePair, NOON } from '@/tests/fixtures/builders';
import { fakeSnapshotStore } from '@/tests/fixtures/fake-snapshot-store';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { SCHEMA_VERSION } from '../database';
import { chainDigest } from './backup-format';
import { exportDatabase } from './export-database';
import { createPageFiles } from './page-files';
import { createSnapshots } from './snapshots';
import { createTransfers } from './transfers';

function setUp() {
  let now: Instant = NOON;
  let broken = false;
  const clock = { now: () => now };
  const files = fakeSnapshotStore();
  const snapshots = createSnapshots(fakeSnapshotStore(), clock);
  const saved: { name: string; file: Blob }[] = [];
  return {
    db: makeDatabase(),
    files,
    snapshots,
    saved,
    page: createPageFiles(files, (file, name) => void saved.push({ file, name })),
    transfers: createTransfers({ files, snapshots, clock, isBroken: () => broken }),
    pass: (ms: number) => void (now = shiftInstant(now, ms)),
    breakBooks: () => void (broken = true),
  };
}

const ids = (world: ReturnType<typeof setUp>) => world.db.inventory.toCollection().primaryKeys();

async function uploaded(world: ReturnType<typeof setUp>, file: Blob): Promise<string> {
  const answer = await world.page.upload(file);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.name;
}

describe('I20 a backup to a file and back', () => {
  test('the file that is downloaded restores the books it was made of, and the restore can be undone', async () => {
    const world = setUp();
    await world.db.inventory.add(makePair({ id: 'old' }));
    const made = await world.transfers.makeBackup(world.db);
    expect(made).toMatchObject({ at: NOON, rows: 1 });
    await world.page.save(made.name, 'archvd-backup.jsonl.gz');
    const [download] = world.saved;
    expect(download?.file.size).toBe(made.bytes);

    await world.db.inventory.clear();
    await world.db.inventory.bulkAdd([makePair({ id: 'new-1' }), makePair({ id: 'new-2' })]);
    const name = await uploaded(world, download?.file ?? new Blob());
    const source = { kind: 'upload', name } as const;
    const preview = await world.transfers.preview(world.db, source);
    expect(preview).toMatchObject({ createdAt: NOON, isOlder: false });
    expect(preview.tables.find((table) => table.name === 'inventory')).toEqual({
      name: 'inventory',
      before: 2,
      after: 1,
    });
    expect(await ids(world)).toEqual(['new-1', 'new-2']);

    world.pass(1);
    const { rows, safety } = await world.transfers.restore(world.db, source);
    expect(rows).toBe(1);
    expect(await ids(world)).toEqual(['old']);
    expect((await world.files.list()).map((file) => file.name)).toEqual([made.name]);
    await world.transfers.restore(world.db, { kind: 'snapshot', name: safety ?? '' });
    expect(await ids(world)).toEqual(['new-1', 'new-2']);
  });

  test('a preview names device tables nowhere: they are no part of a backup', async () => {
    const world = setUp();
    const name = await uploaded(world, (await exportDatabase(world.db, NOON)).file);
    const { tables } = await world.transfers.preview(world.db, { kind: 'upload', name });
    expect(tables.map((table) => table.name)).not.toContain('jobs');
    expect(tables.every((table) => table.before === 0 && table.after === 0)).toBe(true);
  });

  test('a backup of an older layout says so', async () => {
    const world = setUp();
    const text = await (await exportDatabase(world.db, NOON)).file.text();
    const [head = '', ...rest] = text.trimEnd().split('\n');
    const body = [head.replace(`"schemaVersion":${SCHEMA_VERSION}`, '"schemaVersion":1'), ...rest.slice(0, -1)];
    const end = JSON.stringify({ end: true, counts: {}, sha256: await chainDigest(body) });
    const name = await uploaded(world, new Blob([[...body, end].join('\n')]));
    expect(await world.transfers.preview(world.db, { kind: 'upload', name })).toMatchObject({
      schemaVersion: 1,
      isOlder: true,
    });
    // The digest covers the first line too, so a file that lies about its layout is refused.
    const liar = await uploaded(
      world,
      new Blob([text.replace(`"schemaVersion":${SCHEMA_VERSION}`, '"schemaVersion":1')]),
    );
    await expect(world.transfers.preview(world.db, { kind: 'upload', name: liar })).rejects.toMatchObject({
      code: 'backup-invalid',
    });
  });

  test('a broken file changes nothing and takes no copy', async () => {
    const world = setUp();
    await world.db.inventory.add(makePair({ id: 'mine' }));
    const name = await uploaded(world, new Blob(['garbage']));
    for (const what of ['preview', 'restore'] as const) {
      await expect(world.transfers[what](world.db, { kind: 'upload', name })).rejects.toMatchObject({
        code: 'backup-foreign',
      });
    }
    expect(await ids(world)).toEqual(['mine']);
    expect(await world.snapshots.list()).toEqual([]);
  });

  test('a file that is gone is told as that', async () => {
    const { db, transfers } = setUp();
    await expect(transfers.preview(db, { kind: 'upload', name: 'gone' })).rejects.toMatchObject({
      code: 'backup-missing',
    });
  });

  test('books that do not open are replaced without a copy of them', async () => {
    const world = setUp();
    await world.db.inventory.add(makePair({ id: 'mine' }));
    const name = await uploaded(world, (await exportDatabase(world.db, NOON)).file);
    await world.db.inventory.clear();
    world.db.close({ disableAutoOpen: true });
    world.breakBooks();
    const source = { kind: 'upload', name } as const;
    expect((await world.transfers.preview(world.db, source)).tables.every((table) => table.before === null)).toBe(true);
    expect(await world.transfers.restore(world.db, source)).toEqual({ rows: 1, safety: null });
    expect(await ids(world)).toEqual(['mine']);
  });
});

describe('files on their way', () => {
  test('what was left lying goes after an hour, and at once when it is not wanted', async () => {
    const world = setUp();
    await world.files.write(`upload-${NOON}-x`, new Blob(['1']));
    await world.files.write(`backup-${shiftInstant(NOON, HOUR_MS)}-3.jsonl.gz`, new Blob(['2']));
    await world.files.write('stranger', new Blob(['3']));
    world.pass(HOUR_MS + 1);
    await world.transfers.tidy();
    const left = (await world.files.list()).map((file) => file.name);
    expect(left).toEqual([`backup-${shiftInstant(NOON, HOUR_MS)}-3.jsonl.gz`]);
    await world.transfers.discard(left[0] ?? '');
    await world.transfers.discard('not there');
    expect(await world.files.list()).toEqual([]);
  });

  test('a file larger than any backup is not even copied; a full disk leaves no half file', async () => {
    const world = setUp();
    const huge = Object.create(new Blob(), { size: { value: 100_000_001 } }) as Blob;
    expect(await world.page.upload(huge)).toEqual({ ok: false, reason: 'too-large' });
    world.files.fail(new Error('disk full'));
    expect(await world.page.upload(new Blob(['x']))).toEqual({ ok: false, reason: 'no-room' });
    expect(await world.files.list()).toEqual([]);
  });
});
