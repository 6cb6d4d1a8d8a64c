/** `{new_value, conditional_value?, condition_operator}` of a batch update. */
export interface ConditionalValue {
  readonly conditional_value?: string | number | undefined;
  readonly condition_operator?: string | number | undefined;
}

/** True when there is no condition, or when EQ and the present value are the same. Other operators never hold. */
export function conditionHolds(change: ConditionalValue, present: string | number): boolean {
  if (change.conditional_value === undefined) return true;
  const operator = change.condition_operator;
  if (operator !== 'CONDITION_OPERATOR_EQ' && operator !== 1) return false;
  return String(change.conditional_value) === String(present) || Number(change.conditional_value) === Number(present);
}
