import { useLayoutEffect, useRef, useState, type ChangeEvent, type FocusEvent, type RefObject } from 'react';
import { halfTyped } from './half-typed';

interface HalfTypedField {
  readonly text: string;
  /** Kept, or left as it was: nothing of it is gone on with. */
  readonly forget: () => void;
  /** For the `input`: it has the focus as soon as it is there, all of it marked. */
  readonly field: {
    readonly ref: RefObject<HTMLInputElement | null>;
    readonly value: string;
    readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
    readonly onFocus: (event: FocusEvent<HTMLInputElement>) => void;
  };
}

/**
 * The text of a field that is edited where it stands. When its row moves while somebody types, the field of the moved row
 * goes on: with the text, the focus and the caret behind it.
 *
 * @param of what is edited, e.g. `cost/pair-7`
 * @param first what stands there at first
 */
export function useHalfTyped(of: string, first: string): HalfTypedField {
  const ref = useRef<HTMLInputElement>(null);
  const [owner] = useState(() => ({}));
  const [goesOn] = useState(() => halfTyped.read(of) !== undefined);
  const [text, setText] = useState(() => halfTyped.read(of) ?? first);
  useLayoutEffect(() => halfTyped.hold(of, owner, text), [of, owner, text]);
  useLayoutEffect(() => {
    const input = ref.current;
    // What has the focus by now keeps it: only a field that lost it by being moved has it again.
    if (input !== null && (!goesOn || document.activeElement === document.body)) input.focus();
    if (goesOn) input?.setSelectionRange(input.value.length, input.value.length);
    return () => halfTyped.leave(of, owner);
  }, [of, owner, goesOn]);
  return {
    text,
    forget: () => halfTyped.forget(of),
    field: {
      ref,
      value: text,
      onChange: (event) => setText(event.currentTarget.value),
      onFocus: (event) => event.currentTarget.select(),
    },
  };
}
