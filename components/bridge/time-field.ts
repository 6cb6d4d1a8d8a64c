/** What a time field holds (`22:05`) as minutes after midnight; null while it is empty or half typed. */
export function toMinutes(text: string): number | null {
  const parts = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text);
  const hours = Number(parts?.[1]);
  const minutes = Number(parts?.[2]);
  return parts !== null && hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/** `1325` is `22:05`. */
export function toTimeField(minutes: number): string {
  const padded = (part: number) => String(part).padStart(2, '0');
  return `${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`;
}
