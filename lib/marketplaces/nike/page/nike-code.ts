import { styleCodesIn, type StyleCode } from '@/lib/domain/catalog/style-code';

const OWN = new Set(['Nike', 'Jordan', 'Converse']);

/** The style code a field or the end of an address is, written in the way of one of Nike's brands; else null. */
export function nikeCode(text: string): StyleCode | null {
  const [found, ...others] = styleCodesIn(text);
  const isOwn = found?.brands.some((brand) => OWN.has(brand)) === true;
  return found?.whole === true && isOwn && others.length === 0 && found.shopNumber !== 'yes' ? found.code : null;
}
