import { invalid } from './refusal';

/** Reads alias's query strings: repeated parameters with or without brackets, objects as JSON or as `name[key]`. */
export interface Query {
  /** Undefined when absent or empty. */
  text(name: string): string | undefined;
  has(name: string): boolean;
  all(name: string): readonly string[];
  /** Parameters of a single-item write as a plain object; what is absent stays undefined. */
  record(...names: readonly string[]): Record<string, unknown>;
  object(name: string): Record<string, string> | string | undefined;
}

export function readQuery(url: string): Query {
  const params = new URL(url).searchParams;
  const query: Query = {
    text: (name) => params.get(name) || undefined,
    has: (name) => params.has(name),
    all: (name) => [...params.getAll(name), ...params.getAll(`${name}[]`)].filter((value) => value !== ''),
    record: (...names) =>
      Object.fromEntries(names.flatMap((name) => (query.text(name) === undefined ? [] : [[name, query.text(name)]]))),
    object(name) {
      const whole = query.text(name);
      if (whole !== undefined) return whole;
      const prefix = `${name}[`;
      const parts = [...params].filter(([key]) => key.startsWith(prefix) && key.endsWith(']'));
      return parts.length === 0
        ? undefined
        : Object.fromEntries(parts.map(([key, value]) => [key.slice(prefix.length, -1), value]));
    },
  };
  return query;
}

export function readFlag(query: Query, name: string): boolean | null {
  const value = query.text(name);
  if (value === undefined) return null;
  if (value !== 'true' && value !== 'false') throw invalid(`type mismatch, parameter: ${name}, error: invalid bool`);
  return value === 'true';
}
