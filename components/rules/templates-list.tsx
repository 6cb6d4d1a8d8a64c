import { ruleSentence } from '../bridge/rule-sentence';
import { routeHref } from '../ui/route';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import styles from './rules.module.css';
import { TEMPLATES } from './templates';

/** The rule a new one begins with: `new` is empty, `new:match` is the template of that name. */
export function newItem(templateId: string | null): string {
  return templateId === null ? 'new' : `new:${templateId}`;
}

/** Rules to begin with, each with what it is for. */
export function TemplatesList() {
  return (
    <Section title={t('rules.begin')}>
      <p className={styles['quiet']}>{t('rules.beginText')}</p>
      <ul className={styles['templates']}>
        {TEMPLATES.map(({ id, name, why, settings }) => (
          <li key={id}>
            <a
              className={styles['template']}
              href={routeHref({ screen: 'rules', item: newItem(id) })}
              title={ruleSentence(settings)}
            >
              <b>{name()}</b>
              <span>{why()}</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
