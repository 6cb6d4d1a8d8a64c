import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { ExplainHost } from './explained';
import { theme, variables } from './theme';

/** Theme, toasts and explanations: what every mounted tree needs. Light and dark follow the system. */
export function UiProvider({ children, toasts = true }: { readonly children: ReactNode; readonly toasts?: boolean }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <ExplainHost>{children}</ExplainHost>
      {toasts ? <Notifications position="bottom-center" limit={3} transitionDuration={120} /> : null}
    </MantineProvider>
  );
}
