import { humanised } from '../ui/format';
import { t } from '../ui/text';

const LAYERS: Readonly<Record<string, () => string>> = {
  embedded: () => t('layer.embedded'),
  'dom-hero': () => t('layer.hero'),
  'dom-label': () => t('layer.label'),
  'dom-row': () => t('layer.row'),
  meta: () => t('layer.meta'),
  'json-ld': () => t('layer.jsonLd'),
  slug: () => t('layer.slug'),
  title: () => t('layer.title'),
  none: () => t('layer.none'),
};

/** Where on a page something was found, in words. */
export function layerText(layer: string): string {
  return LAYERS[layer]?.() ?? humanised(layer);
}

const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A counted day as it is said: `Tuesday, Nov 17`. */
export function sinceText(day: string): string {
  return WEEKDAY.format(new Date(`${day}T00:00:00Z`));
}
