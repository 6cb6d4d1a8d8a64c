import { i18n } from '#i18n';

/** A string of the card by its key; every English word lives in locales/en.yml. */
export const t = i18n.t;
