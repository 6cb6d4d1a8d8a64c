/** With the day in the person's own zone: `archvd-backup-2026-11-23.jsonl.gz`. */
export function backupFileName(at: number): string {
  const day = new Date(at);
  const padded = (part: number) => String(part).padStart(2, '0');
  return `archvd-backup-${day.getFullYear()}-${padded(day.getMonth() + 1)}-${padded(day.getDate())}.jsonl.gz`;
}
