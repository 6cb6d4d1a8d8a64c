import { Kbd } from '@mantine/core';
import { t } from './text';

/** What some keys do; several keys that do the same stand side by side. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: string;
}

/** Keys that work on every screen. Where they are: the palette, the forms, the toasts, what lies on top. */
export function appKeys(): readonly KeyLine[] {
  return [
    { keys: ['Ctrl+K'], does: t('keys.palette') },
    { keys: ['A'], does: t('keys.add') },
    { keys: ['Ctrl+Enter'], does: t('keys.save') },
    { keys: ['Ctrl+Z'], does: t('keys.undo') },
    { keys: ['Esc'], does: t('keys.close') },
  ];
}

/** Keys of every list of rows (see list-keys.ts), while a row has the focus. */
export function rowKeys(): readonly KeyLine[] {
  return [
    { keys: ['J', 'K', '↓', '↑'], does: t('keys.move') },
    { keys: ['Home', 'End'], does: t('keys.ends') },
    { keys: ['←', '→'], does: t('keys.figures') },
    { keys: ['Enter'], does: t('keys.open') },
    { keys: ['E'], does: t('keys.edit') },
  ];
}

/** Keys that Inventory has beside those of every list. */
export function inventoryKeys(): readonly KeyLine[] {
  return [
    { keys: ['L'], does: t('keys.list') },
    { keys: ['/'], does: t('keys.search') },
    { keys: ['F'], does: t('keys.filter') },
    { keys: ['Space', 'X'], does: t('keys.mark') },
    { keys: ['Shift+↓', 'Shift+↑'], does: t('keys.range') },
    { keys: ['Ctrl+A'], does: t('keys.all') },
    { keys: ['Esc'], does: t('keys.clear') },
    { keys: ['?'], does: t('keys.help') },
  ];
}

export function KeyList({ lines }: { readonly lines: readonly KeyLine[] }) {
  return (
    <dl className="archvd-lines">
      {lines.map(({ keys, does }) => (
        <div key={does}>
          <dt>{does}</dt>
          <dd>
            {keys.length === 0 ? <span className="archvd-quiet">{t('keys.none')}</span> : null}
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
