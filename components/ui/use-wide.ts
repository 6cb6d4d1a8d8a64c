import { useMediaQuery } from '@mantine/hooks';

/** Whether there is room for list and detail side by side. */
export function useWide(): boolean {
  return useMediaQuery('(min-width: 900px)', undefined, { getInitialValueInEffect: false });
}
