import { useState, type DragEvent } from 'react';

/**
 * What an element needs so that files can be let go over it: `<section {...useFileDrop(take)}>`.
 * `data-over` stands on it while they are held there, so that it can show that it would take them.
 */
export function useFileDrop(onDrop: (event: DragEvent) => void) {
  const [over, setOver] = useState(false);
  return {
    'data-over': over || undefined,
    onDragOver: (event: DragEvent) => {
      // Without this the browser opens the file in place of the page.
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onDrop(event);
    },
  };
}
