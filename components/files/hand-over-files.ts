import type { ExportFile } from '@/lib/domain/exports/export-settings';
import { downloadFile } from '../bridge/download-file';

/** One file as it is, several as one archive. */
export async function handOver(files: readonly ExportFile[], name: string): Promise<void> {
  const [only, ...others] = files;
  if (only === undefined) return;
  if (others.length === 0) return downloadFile(only.name, only.type, only.content as Uint8Array<ArrayBuffer> | string);
  const { writeZip } = await import('@/lib/files/write-zip');
  const entries = files.map((file) => ({ name: file.name, bytes: file.content }));
  downloadFile(`${name}.zip`, 'application/zip', writeZip(entries, 0));
}
