import '@/components/popup/popup.css';
import { Button, TextInput } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { Brand } from '@/components/ui/brand';
import { UiProvider } from '@/components/ui/ui-provider';

/** The popup's frame and nothing in it: no books, no settings, no background. What the popup's first paint is held against. */
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <UiProvider>
      <main>
        <header>
          <h1>
            <Brand />
          </h1>
        </header>
        <TextInput type="search" aria-label="Search" />
        <Button>Sync now</Button>
        <Button variant="default">Open panel</Button>
      </main>
    </UiProvider>,
  );
}
