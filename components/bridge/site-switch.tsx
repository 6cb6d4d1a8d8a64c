import { Button, Switch } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { siteName, type SiteId } from '@/lib/domain/sites/site';
import { t } from '../ui/text';
import { toast } from '../ui/toast';
import { useBridge } from './bridge';
import styles from './site-switch.module.css';

export interface SiteSwitchProps {
  readonly id: SiteId;
  /** What the card does there; a quiet list leaves it out. */
  readonly hint?: string;
  /** What the browser will ask; told as long as it is off. */
  readonly asks?: string;
}

/** One marketplace's pages on or off. The permission itself is the switch: nothing else is kept. */
export function SiteSwitch({ id, hint, asks }: SiteSwitchProps) {
  const name = siteName(id);
  const { sites } = useBridge();
  const { isOn, missing, look } = useSiteAccess(id);
  const [problem, setProblem] = useState<string | null>(null);
  // Nothing may come before the request: browsers ask only straight from a click.
  const turnOn = () =>
    void sites.request(id).then(
      (all) => {
        setProblem(all ? null : t('sites.refused'));
        if (all) toast(t('sites.on', [name]));
        look();
      },
      () => setProblem(t('sites.refused')),
    );
  const turnOff = () =>
    void sites.remove(id).then(
      (gone) => {
        setProblem(gone ? null : t('sites.kept'));
        if (gone) toast(t('sites.off', [name]));
        look();
      },
      () => setProblem(t('sites.kept')),
    );
  return (
    <div>
      <Switch
        label={name}
        description={[hint, ...(isOn === true ? [] : [asks])].filter(Boolean).join(' ') || undefined}
        checked={isOn === true}
        disabled={isOn === null}
        onChange={({ currentTarget: { checked } }) => (checked ? turnOn() : turnOff())}
      />
      {isOn === true && missing.length > 0 ? (
        <p className={styles['note']}>
          {t('sites.partly', [missing.join(', ')])}
          <Button variant="subtle" size="compact-sm" onClick={turnOn}>
            {t('sites.allowRest')}
          </Button>
        </p>
      ) : null}
      {problem === null ? null : (
        <p className={styles['note']} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Follows what the browser allows; `isOn` is null until it has said so. */
function useSiteAccess(id: SiteId) {
  const { sites } = useBridge();
  const [access, setAccess] = useState<{ readonly isOn: boolean | null; readonly missing: readonly string[] }>({
    isOn: null,
    missing: [],
  });
  const look = useCallback(() => {
    Promise.all([sites.has(id), sites.missing(id)]).then(
      ([isOn, missing]) => setAccess({ isOn, missing }),
      () => setAccess({ isOn: false, missing: [] }),
    );
  }, [id, sites]);
  useEffect(() => {
    look();
    return sites.watch(look);
  }, [look, sites]);
  return { ...access, look };
}
