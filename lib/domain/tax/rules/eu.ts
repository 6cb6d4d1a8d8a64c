import type { EuCountry } from '../tax-country';
import type { CalendarDate } from '../../time/instant';
import type { TaxRule } from './rule';

/** Standard rates in basis points; where one changed of late, the day of each. All to be checked by the seller. */
const RATES: Readonly<Record<EuCountry, readonly (readonly [from: CalendarDate, basisPoints: number])[]>> = {
  AT: [['2016-01-01', 2000]],
  BE: [['1996-01-01', 2100]],
  BG: [['1999-01-01', 2000]],
  CY: [['2014-01-13', 1900]],
  CZ: [['2013-01-01', 2100]],
  DE: [
    ['2007-01-01', 1900],
    ['2020-07-01', 1600],
    ['2021-01-01', 1900],
  ],
  DK: [['1992-01-01', 2500]],
  EE: [
    ['2009-07-01', 2000],
    ['2024-01-01', 2200],
    ['2025-07-01', 2400],
  ],
  ES: [['2012-09-01', 2100]],
  FI: [
    ['2013-01-01', 2400],
    ['2024-09-01', 2550],
  ],
  FR: [['2014-01-01', 2000]],
  GR: [['2016-06-01', 2400]],
  HR: [['2012-03-01', 2500]],
  HU: [['2012-01-01', 2700]],
  IE: [
    ['2012-01-01', 2300],
    ['2020-09-01', 2100],
    ['2021-03-01', 2300],
  ],
  IT: [['2013-10-01', 2200]],
  LT: [['2009-09-01', 2100]],
  LU: [
    ['2015-01-01', 1700],
    ['2023-01-01', 1600],
    ['2024-01-01', 1700],
  ],
  LV: [['2012-07-01', 2100]],
  MT: [['2004-01-01', 1800]],
  NL: [['2012-10-01', 2100]],
  PL: [['2011-01-01', 2300]],
  PT: [['2011-01-01', 2300]],
  RO: [
    ['2017-01-01', 1900],
    ['2025-08-01', 2100],
  ],
  SE: [['1990-07-01', 2500]],
  SI: [['2013-07-01', 2200]],
  SK: [
    ['2011-01-01', 2000],
    ['2025-01-01', 2300],
  ],
};

const rates: readonly TaxRule[] = Object.entries(RATES).flatMap(([country, steps]) =>
  steps.map(([from, basisPoints]) => ({
    id: 'eu-vat-rate' as const,
    country: country as EuCountry,
    from,
    basisPoints,
    source: 'Standard rates of the member states',
    certainty: 'general' as const,
  })),
);

/** Rules of the European Union; amounts are in euro cents. */
export const EU_RULES: readonly TaxRule[] = [
  ...rates,
  {
    id: 'eu-margin-scheme',
    country: 'EU',
    from: '2007-01-01',
    source: 'Directive 2006/112, articles 311 to 325',
    certainty: 'general',
  },
  {
    id: 'eu-oss',
    country: 'EU',
    from: '2021-07-01',
    amount: 1_000_000,
    source: 'One-stop shop; margin goods are outside of it (timevat.com; Directive 2006/112, articles 333 ff.)',
    certainty: 'second',
  },
  {
    id: 'eu-dac7',
    country: 'EU',
    from: '2023-01-01',
    amount: 200_000,
    count: 30,
    source: 'Directive 2021/514: left out are fewer than 30 sales of not more than 2,000 euros',
    certainty: 'general',
  },
];
