import type { TaxRule } from './rule';

/** Rules of Australia. */
export const AU_RULES: readonly TaxRule[] = [
  {
    id: 'au-gst-rate',
    country: 'AU',
    from: '2000-07-01',
    basisPoints: 1000,
    source: 'ato.gov.au, GST is one eleventh of the price',
    certainty: 'seen',
  },
  {
    id: 'au-gst-registration',
    country: 'AU',
    from: '2007-07-01',
    amount: 7_500_000,
    source: 'ato.gov.au, told by one other source',
    certainty: 'second',
  },
  {
    id: 'au-second-hand',
    country: 'AU',
    from: '2000-07-01',
    amount: 30_000,
    source: 'ato.gov.au, Division 66 (the page is a guide for scrap metal; the rule is general)',
    certainty: 'seen',
  },
  {
    id: 'au-bas',
    country: 'AU',
    from: '2017-07-01',
    source: 'ato.gov.au, Simpler BAS below $10 million',
    certainty: 'seen',
  },
];
