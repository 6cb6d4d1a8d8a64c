import type { AlertTrigger } from './alert';

/** Whether two alerts wait for the same: kind, amounts, currencies and counts, in whatever order they were written. */
export function sameTrigger(a: AlertTrigger, b: AlertTrigger): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(trigger: AlertTrigger): string {
  const amount = 'price' in trigger ? trigger.price : 'profit' in trigger ? trigger.profit : null;
  return [
    trigger.kind,
    amount?.minor,
    amount?.currency,
    'basisPoints' in trigger ? trigger.basisPoints : null,
    'hours' in trigger ? trigger.hours : null,
    'count' in trigger ? trigger.count : null,
  ].join('|');
}
