import { IconCalendar, IconCoin, IconMapPin, IconTag, type Icon } from '@tabler/icons-react';
import { t } from '../ui/text';
import type { BulkKind } from './bulk-form';

/** What marked pairs can be given all at once, with its picture and its name. */
export const BULK_FORMS: readonly (readonly [BulkKind, Icon, () => string])[] = [
  ['cost', IconCoin, () => t('column.cost')],
  ['tags', IconTag, () => t('inventory.tags')],
  ['location', IconMapPin, () => t('inventory.location')],
  ['bought', IconCalendar, () => t('column.bought')],
];
