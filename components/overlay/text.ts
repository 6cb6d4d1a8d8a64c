import { i18n, type GeneratedI18nStructure } from '#i18n';
import type { Translate } from '@/lib/domain/text/translate';

/** The card brings the words of its own section along and no others. */
type CardWords = Pick<GeneratedI18nStructure, Extract<keyof GeneratedI18nStructure, `card.${string}`>>;

/** A string of the card by its key; every English word lives in locales/en.yml. */
export const t = i18n.t as unknown as Translate<CardWords>;
