import { i18n } from '#i18n';

/** A string of the interface by its key; every English word of the screens lives in locales/en.yml. */
export const t = i18n.t;
