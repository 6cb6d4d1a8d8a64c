import { humanised } from '../ui/format';
import { t } from '../ui/text';

const PICTURES: Readonly<Record<string, () => string>> = {
  PICTURE_TYPE_OUTER: () => t('pictureType.outer'),
  PICTURE_TYPE_INNER: () => t('pictureType.inner'),
  PICTURE_TYPE_TOP: () => t('pictureType.top'),
  PICTURE_TYPE_BACK: () => t('pictureType.back'),
  PICTURE_TYPE_UNDER: () => t('pictureType.under'),
  PICTURE_TYPE_SIZE_TAG: () => t('pictureType.sizeTag'),
  PICTURE_TYPE_PACKAGING: () => t('pictureType.packaging'),
  PICTURE_TYPE_EXTRA: () => t('pictureType.extra'),
};

/** What a picture of a listing shows: `outer side`, `size tag`. */
export function pictureText(type: string): string {
  return PICTURES[type]?.() ?? humanised(type);
}
