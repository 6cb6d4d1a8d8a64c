import { useWindowEvent } from '@mantine/hooks';
import { waysBack } from './ways-back';

/**
 * Ctrl+Z (Cmd+Z) takes back what was done last, wherever the focus is; in a field with text it undoes typing. Heard
 * before the page's own keys, since a list's choices keep theirs to themselves.
 */
export function useUndoKeys(): void {
  useWindowEvent('keydown', onKey, true);
}

function onKey(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'z') return;
  if (isTyping(event.target)) return;
  event.preventDefault();
  waysBack.press();
}

/** Fields with nothing typed in them: there is no typing to undo. */
const UNTYPED = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color']);

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !UNTYPED.has(target.type) && !target.readOnly;
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
