import { Switch } from '@mantine/core';
import { IconTags } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useBridge } from '../bridge/bridge';
import { t } from '../ui/text';

/** The card on GOAT's pages: the browser asks the person when it is switched on, and only then. */
export function PagesOffer() {
  const { sites } = useBridge();
  const [on, setOn] = useState<boolean | null>(null);
  const look = useCallback(() => {
    sites.has('goat').then(setOn, () => setOn(null));
  }, [sites]);
  useEffect(() => {
    look();
    return sites.watch(look);
  }, [look, sites]);
  const turn = (wanted: boolean) => void (wanted ? sites.request('goat') : sites.remove('goat')).then(look, look);
  return (
    <li>
      <IconTags size={18} stroke={1.6} aria-hidden="true" />
      <div>
        <strong>{t('connect.pagesTitle')}</strong>
        <p>{t('connect.pagesText')}</p>
        <Switch
          mt={8}
          label={t('connect.pagesSwitch')}
          checked={on === true}
          disabled={on === null}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
      </div>
    </li>
  );
}
