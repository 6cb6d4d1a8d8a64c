import { Anchor } from '@mantine/core';
import { useBridge } from '../bridge/bridge';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { LICENCES } from './licences';
import { Part } from './part';
import styles from './settings.module.css';
import { SubPart } from './sub-part';

const PROMISES = [
  () => t('options.privacyNoServer'),
  () => t('options.privacyToken'),
  () => t('options.privacyPages'),
  () => t('options.privacyData'),
];

/** Which version this is, what it promises, and what it is made of. */
export function AboutSection({ title }: { readonly title: string }) {
  const { device, books } = useBridge();
  return (
    <Part id="about" title={title} text={t('options.aboutText')}>
      <dl className="archvd-lines">
        <div>
          <dt>{t('options.version')}</dt>
          <dd className="archvd-figure">{device.version}</dd>
        </div>
        <div>
          <dt>{t('options.layout')}</dt>
          <dd className="archvd-figure">{books.verno}</dd>
        </div>
      </dl>
      <p className={styles['quiet']}>
        {t('options.helpText')}{' '}
        <Anchor underline="always" href={routeHref({ screen: 'diagnostics' })}>
          {t('nav.diagnostics')}
        </Anchor>
      </p>
      <SubPart title={t('options.privacy')}>
        <ul className={styles['plain']}>
          {PROMISES.map((promise) => (
            <li key={promise()}>{promise()}</li>
          ))}
        </ul>
      </SubPart>
      <SubPart title={t('options.licences')} text={t('options.licencesText')}>
        <dl className="archvd-lines">
          {LICENCES.map(([name, licence]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={styles['quiet']}>{licence}</dd>
            </div>
          ))}
        </dl>
      </SubPart>
    </Part>
  );
}
