import type { TaxRule } from './rule';

/** Rules of the United States. 2022 and 2023 went by the old limit, by delay; forms of 2024 were made above $5,000. */
export const US_RULES: readonly TaxRule[] = [
  {
    id: 'us-1099-k',
    country: 'US',
    from: '2011-01-01',
    amount: 2_000_000,
    count: 200,
    source: 'IRS; for 2022 and 2023 by delay',
    certainty: 'second',
  },
  {
    id: 'us-1099-k',
    country: 'US',
    from: '2024-01-01',
    amount: 500_000,
    count: 0,
    source: 'IRS Notice 2024-85',
    certainty: 'second',
  },
  {
    id: 'us-1099-k',
    country: 'US',
    from: '2025-01-01',
    amount: 2_000_000,
    count: 200,
    source: 'OBBBA s. 70432, IRS FS-2025-08 (carry.com, sovos.com); some states ask for forms earlier',
    certainty: 'second',
  },
  {
    id: 'us-schedule-c',
    country: 'US',
    from: '2023-01-01',
    source: 'Form 1040 Schedule C; part III: craftybase.com, taxlinehero.com. The letter of line 27 moved in 2024.',
    certainty: 'second',
  },
];
