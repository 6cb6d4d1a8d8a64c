import { i18n, type GeneratedI18nStructure } from '#i18n';
import type { Translate } from '@/lib/domain/text/translate';

/** A string of the interface by its key; every English word of the screens lives in locales/en.yml. */
export const t = i18n.t as unknown as Translate<GeneratedI18nStructure>;
