/** Words a slug starts with that name the brand, and the brand. */
const BRANDS: readonly (readonly [words: string, brand: string])[] = [
  ['air-jordan', 'Jordan'],
  ['jordan', 'Jordan'],
  ['nike', 'Nike'],
  ['adidas', 'adidas'],
  ['new-balance', 'New Balance'],
  ['asics', 'ASICS'],
  ['puma', 'Puma'],
  ['converse', 'Converse'],
  ['vans', 'Vans'],
  ['reebok', 'Reebok'],
  ['crocs', 'Crocs'],
  ['ugg', 'UGG'],
  ['salomon', 'Salomon'],
  ['birkenstock', 'Birkenstock'],
  ['timberland', 'Timberland'],
];

/** The brand a slug names in front, or null. */
export function brandOfSlug(slug: string): string | null {
  return BRANDS.find(([words]) => slug.startsWith(`${words}-`))?.[1] ?? null;
}

/** The slug without the brand in front: names on a page often leave it out. `air-jordan-4` leaves `jordan-4`. */
export function withoutBrand(slug: string): string {
  const words = slug.startsWith('air-jordan-') ? 'air' : BRANDS.find(([each]) => slug.startsWith(`${each}-`))?.[0];
  return words === undefined ? slug : slug.slice(words.length + 1);
}
