import { field, isFields, type Fields } from './json-tree';
import { plainText } from './plain-text';

/** A field that is a text, or an object with a `name`; null otherwise. */
export function ldText(fields: Fields, name: string, most = 200): string | null {
  const value = field(fields, name);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'number') return plainText(String(first), most);
  return plainText(isFields(first) ? field(first, 'name') : first, most);
}

/** Bar codes of 8 to 14 figures a product names. */
export function ldGtins(product: Fields): readonly string[] {
  const told = ['gtin', 'gtin8', 'gtin12', 'gtin13', 'gtin14'].map((name) => ldText(product, name, 40));
  return [...new Set(told.filter((code) => code !== null).filter((code) => /^\d{8,14}$/.test(code)))];
}
