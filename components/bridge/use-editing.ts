import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { halfTyped } from './half-typed';

/** How a field that is edited in place was closed: by what was pressed in it, or because something else was gone to. */
export type Closing = 'pressed' | 'left';

interface Editing {
  readonly editing: boolean;
  /** What is shown while nobody edits. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly open: () => void;
  readonly close: (how: Closing) => void;
}

/**
 * Whether something is being edited where it stands. In a list that changes another thing comes to stand there: then it is
 * the other one's turn, and a field stays open with the thing it is of.
 *
 * Closed by a key, its button has the focus in the same turn, so that the next key is heard by the row. Whoever went on to
 * something else keeps that.
 *
 * @param field what is edited, as in `useHalfTyped`
 */
export function useEditing(field: string): Editing {
  const isOpen = () => halfTyped.read(field) !== undefined;
  const [standing, setStanding] = useState(() => ({ field, editing: isOpen() }));
  const button = useRef<HTMLButtonElement>(null);
  const goesBack = useRef(false);
  if (standing.field !== field) setStanding({ field, editing: isOpen() });
  const { editing } = standing;
  useLayoutEffect(() => {
    if (editing || !goesBack.current) return;
    goesBack.current = false;
    button.current?.focus();
  }, [editing]);
  return {
    editing,
    button,
    open: () => setStanding({ field, editing: true }),
    close: (how) => {
      goesBack.current = how === 'pressed';
      setStanding({ field, editing: false });
    },
  };
}
