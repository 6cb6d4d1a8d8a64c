/**
 * With the day in the person's own zone: `archvd-backup-2026-11-23.jsonl.gz`. A copy of the demo says so, since one day
 * somebody looks for the file that holds their books.
 */
export function backupFileName(at: number, isDemo: boolean): string {
  const day = new Date(at);
  const padded = (part: number) => String(part).padStart(2, '0');
  const what = isDemo ? 'archvd-demo' : 'archvd-backup';
  return `${what}-${day.getFullYear()}-${padded(day.getMonth() + 1)}-${padded(day.getDate())}.jsonl.gz`;
}
