import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useBridge } from '../bridge/bridge';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';

/** Looks something up where there is room for it. */
export function PopupSearch() {
  const { openDashboard } = useBridge();
  const [query, setQuery] = useState('');
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        openDashboard(routeHref({ screen: 'inventory', query }).slice(1));
      }}
    >
      <TextInput
        type="search"
        aria-label={t('inventory.search')}
        placeholder={t('inventory.search')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
    </form>
  );
}
