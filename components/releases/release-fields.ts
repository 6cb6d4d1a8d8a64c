import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import type { ReleaseEntryRow } from '@/lib/queries/releases';
import { t } from '../ui/text';
import { typedAmount } from '../ui/typed-amount';
import { timeOfRelease } from './release-words';

/** The fields as they are typed. */
export interface ReleaseFields {
  readonly name: string;
  readonly brand: string;
  readonly code: string;
  readonly date: string;
  readonly time: string;
  readonly price: string;
  readonly url: string;
  readonly note: string;
  readonly remind: boolean;
}

export type ReleaseProblems = Partial<Record<keyof ReleaseFields, string>>;

/** The fields of a release as it stands; empty ones for a new one. */
export function releaseFields(entry: ReleaseEntryRow | null): ReleaseFields {
  if (entry === null)
    return { name: '', brand: '', code: '', date: '', time: '', price: '', url: '', note: '', remind: true };
  const { name, brand, styleCode, date, retailPrice, url, note, remind } = entry.release;
  const price = retailPrice === null ? '' : typedAmount(retailPrice);
  return {
    name,
    brand,
    code: styleCode ?? '',
    date,
    time: timeOfRelease(entry) ?? '',
    price,
    url: url ?? '',
    note,
    remind,
  };
}

/** What is wrong, field by field; nothing: it can be kept. */
export function releaseProblems({ name, date, code, url }: ReleaseFields, isPriceRead: boolean): ReleaseProblems {
  const isAddress = url.trim() === '' || /^https?:\/\/\S+$/.test(url.trim());
  return {
    ...(name.trim() === '' ? { name: t('releases.nameMissing') } : {}),
    ...(date === '' ? { date: t('releases.dateMissing') } : {}),
    ...(code.trim() !== '' && parseStyleCode(code) === null ? { code: t('releases.codeWrong') } : {}),
    ...(isAddress ? {} : { url: t('releases.urlWrong') }),
    ...(isPriceRead ? {} : { price: t('releases.priceWrong') }),
  };
}
