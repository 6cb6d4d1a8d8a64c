import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { ExplainHost } from './explained';
import { theme, variables } from './theme';

/** Theme and explanations: what every mounted tree needs. Light and dark follow the system. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <ExplainHost>{children}</ExplainHost>
    </MantineProvider>
  );
}
