import { Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { SITES, type SiteId } from '@/lib/domain/sites/site';
import { useBridge } from '../bridge/bridge';
import { t } from '../ui/text';
import { toast } from '../ui/toast';
import { Part } from './part';
import styles from './settings.module.css';
import { useChangedSetting } from './use-changed-setting';

/** What the switch of a site does and what the browser will ask. */
const HINTS: Readonly<Partial<Record<SiteId, () => string>>> = { goat: () => t('sites.goat') };

/** On which marketplaces' pages the card may show. The permission itself is the switch: nothing else is kept. */
export function SitesSection({ title }: { readonly title: string }) {
  const [overlay, change] = useChangedSetting('overlay');
  return (
    <Part id="sites" title={title} text={t('options.sitesText')}>
      <div className={styles['form']}>
        {SITES.map(({ id, name }) => (
          <SiteSwitch key={id} id={id} name={name} />
        ))}
        {overlay === null ? null : (
          <Switch
            label={t('sites.own')}
            description={t('sites.ownText')}
            checked={overlay.ownCosts}
            onChange={(event) => change({ ...overlay, ownCosts: event.currentTarget.checked }, t('sites.own'))}
          />
        )}
        <p className={styles['quiet']}>{t('sites.reads')}</p>
      </div>
    </Part>
  );
}

function SiteSwitch({ id, name }: { readonly id: SiteId; readonly name: string }) {
  const { sites } = useBridge();
  const [isOn, setIsOn] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let alive = true;
    const look = () =>
      void sites.has(id).then(
        (has) => alive && setIsOn(has),
        () => alive && setIsOn(false),
      );
    look();
    const stop = sites.watch(look);
    return () => {
      alive = false;
      stop();
    };
  }, [id, sites]);
  const turnedOn = (has: boolean) => {
    setIsOn(has);
    setProblem(has ? null : t('sites.refused'));
    if (has) toast(t('sites.on', [name]));
  };
  const turnedOff = (gone: boolean) => {
    setIsOn(!gone);
    setProblem(gone ? null : t('sites.kept'));
    if (gone) toast(t('sites.off', [name]));
  };
  return (
    <div>
      <Switch
        label={name}
        description={HINTS[id]?.()}
        checked={isOn === true}
        disabled={isOn === null}
        onChange={({ currentTarget: { checked } }) => {
          // Nothing may come before this call: browsers ask only straight from a click.
          if (checked) sites.request(id).then(turnedOn, () => turnedOn(false));
          else sites.remove(id).then(turnedOff, () => turnedOff(false));
        }}
      />
      {problem === null ? null : (
        <p className={styles['quiet']} style={{ margin: '8px 0 0' }} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
