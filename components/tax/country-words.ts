const names = new Intl.DisplayNames('en-GB', { type: 'region' });

/** A country by its name: `GB` is United Kingdom. */
export function countryText(code: string): string {
  return names.of(code) ?? code;
}
