/** alias's names of what may be wrong with a pair. */
export const LISTING_DEFECTS = [
  'LISTING_DEFECT_HAS_ODOR',
  'LISTING_DEFECT_HAS_DISCOLORATION',
  'LISTING_DEFECT_HAS_MISSING_INSOLES',
  'LISTING_DEFECT_HAS_SCUFFS',
  'LISTING_DEFECT_HAS_TEARS',
  'LISTING_DEFECT_B_GRADE',
] as const;

/** The picture that may be sent several times, counted from 1. */
export const EXTRA_PICTURE = 'PICTURE_TYPE_EXTRA';

/** Pictures alias wants of a listing that needs them: the same for every product that was ever seen; extras are free. */
export const REQUESTED_PICTURES = [
  'PICTURE_TYPE_OUTER',
  'PICTURE_TYPE_INNER',
  'PICTURE_TYPE_TOP',
  'PICTURE_TYPE_BACK',
  'PICTURE_TYPE_UNDER',
  'PICTURE_TYPE_SIZE_TAG',
  'PICTURE_TYPE_PACKAGING',
] as const;

/** Every picture alias takes. */
export const PICTURE_TYPES: readonly string[] = [
  ...REQUESTED_PICTURES,
  'PICTURE_TYPE_TAG',
  'PICTURE_TYPE_INTERIOR',
  EXTRA_PICTURE,
];
