/** How many orders wait for the seller. */
export function useNeedsYou(): number {
  return 0;
}
