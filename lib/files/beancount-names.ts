/** A part of an account's name: letters, digits and dashes, a capital letter first. */
export function accountPart(name: string): string {
  const clean = name.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  const named = clean === '' ? 'Other' : clean;
  return named.charAt(0).toUpperCase() + named.slice(1);
}

/** A commodity: capital letters, digits and dashes, a letter first, at most 24 of them. */
export function commodity(styleCode: string): string {
  const clean = styleCode
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const named = /^[A-Z]/.test(clean) ? clean : `S-${clean || 'PAIR'}`;
  return named.slice(0, 24).replace(/-+$/, '');
}

/** A text as Beancount wants it, on one line. */
export function quoted(text: string): string {
  return `"${text.replaceAll(/\s+/g, ' ').replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
