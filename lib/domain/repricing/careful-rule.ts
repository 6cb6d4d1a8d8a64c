import type { RuleSettings } from './rule';

/**
 * What every rule begins with, whatever it follows: about everything, at any hour, never below break-even and never above
 * 150 % of the last sale.
 */
export const CAREFUL_RULE: Omit<RuleSettings, 'strategy'> = {
  scope: {
    brands: [],
    styleCodes: [],
    usSizes: [],
    tags: [],
    age: { from: null, to: null },
    price: { from: null, to: null },
    consigned: null,
  },
  schedule: null,
  fallbacks: { alone: 'hold', belowFloor: 'floor' },
  floor: { target: { kind: 'break-even' }, ownMinimum: null },
  ceiling: { kind: 'reference', of: 'last-sale', basisPoints: 15_000 },
};
