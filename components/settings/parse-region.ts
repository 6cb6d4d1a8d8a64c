/** A region id as it is sent to alias; null for what cannot be one. An empty one would be refused by alias. */
export function parseRegion(text: string): string | null {
  const cleaned = text.trim();
  return /^[\w-]{1,64}$/.test(cleaned) ? cleaned : null;
}
