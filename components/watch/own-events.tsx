import type { ReactNode, SyntheticEvent } from 'react';

/** What opens out of a row, a menu or a note, lies elsewhere on the page: what is done in it is not done to the row. */
export function OwnEvents({ children }: { readonly children: ReactNode }) {
  return (
    <span role="presentation" onClick={keepOutside} onKeyDown={keepOutside}>
      {children}
    </span>
  );
}

function keepOutside(event: SyntheticEvent): void {
  if (event.target instanceof Node && !event.currentTarget.contains(event.target)) event.stopPropagation();
}
