import type { MissingFloorInput } from '../../fees/floor-price';
import type { HoldReason } from '../decision';
import { line } from '../trail';
import type { Gate } from '../scene';

const REASONS: Readonly<Record<MissingFloorInput, HoldReason>> = {
  cost: 'cost-unknown',
  'fx-rate': 'rate-unknown',
  'reachable-price': 'floor-unreachable',
  'fee-schedule': 'fees-unknown',
  rating: 'fees-unknown',
  country: 'fees-unknown',
  commission: 'fees-unknown',
  'seller-fee': 'fees-unknown',
};

/** Without a floor nothing is priced, whatever else is known. One that is known has its line at the end of the trail. */
export const floorKnownGate: Gate = {
  judge({ floor }) {
    if (floor.kind === 'known') return null;
    const [missing] = floor.missing;
    return missing === undefined ? 'cost-unknown' : REASONS[missing];
  },
  tell({ floor }) {
    if (floor.kind === 'known') return null;
    const facts = { missing: floor.missing[0] ?? 'cost', missingAll: floor.missing.join(',') };
    return line('floor', 'held', null, facts);
  },
};
