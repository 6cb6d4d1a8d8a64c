/**
 * Whether a click opens the row. Not one on something in it that has its own meaning, and not one on what lies elsewhere
 * on the page: a menu, a note or a dialog that opens out of a row hands its clicks on to the row as well.
 */
export function isForRow(target: EventTarget, row: Element): boolean {
  if (!(target instanceof Element) || !row.contains(target)) return false;
  const control = target.closest('a, button, input, label, [role="dialog"]');
  return control === null || !row.contains(control);
}
