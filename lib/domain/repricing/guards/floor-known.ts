import type { Floor, MissingFloorInput } from '../../fees/floor-price';
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

/** Without a floor nothing is priced, whatever else is known. Null when the floor is known. */
export function checkFloorKnown(floor: Floor): Gate | null {
  if (floor.kind === 'known') return null;
  const [missing] = floor.missing;
  const hold = missing === undefined ? 'cost-unknown' : REASONS[missing];
  const facts = { missing: missing ?? 'cost', missingAll: floor.missing.join(',') };
  return { hold, line: line('floor', 'held', null, facts) };
}
