import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { createMatcher } from '@/lib/queries/match-text';
import { watchedChoices, type WatchedChoice } from '@/lib/queries/watched-choices';
import { useLive } from '../../bridge/use-live';
import { pairWords } from '../../ui/alert-sentence';
import { countText } from '../../ui/format';
import { SkeletonRows } from '../../ui/states';
import { t } from '../../ui/text';
import styles from './alerts.module.css';

/** So many are shown at a time; of more, what is typed finds the others. */
const SHOWN = 50;

/** A watched shoe and size is chosen: by its name, style code or size, or from the list. */
export function PickWatched({ onPick }: { readonly onPick: (itemId: string) => void }) {
  const [text, setText] = useState('');
  const live = useLive(watchedChoices, []);
  const matches = createMatcher(text);
  const found = (live.value ?? []).filter(({ product, catalogId, usSize }) =>
    matches({
      styleCode: product?.rawSku ?? catalogId,
      name: product?.name ?? catalogId,
      brand: product?.brand ?? '',
      size: usSize,
    }),
  );
  const [first] = found;
  const more = found.length - SHOWN;
  return (
    <div className={`${styles['ofItem']} archvd-scroll`} data-testid="pick-watched">
      <TextInput
        label={t('watchAlert.pick')}
        placeholder={t('watchAlert.pickHint')}
        autoComplete="off"
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || first === undefined || text.trim() === '') return;
          event.preventDefault();
          onPick(first.itemId);
        }}
      />
      {live.value === null ? <SkeletonRows count={4} /> : null}
      {live.value !== null && found.length === 0 ? (
        <p className={styles['quiet']} role="status">
          {t('watchAlert.pickNone')}
        </p>
      ) : null}
      <ul className={styles['choices']} aria-label={t('watchAlert.choices')}>
        {found.slice(0, SHOWN).map((choice) => (
          <li key={choice.itemId}>
            <button type="button" onClick={() => onPick(choice.itemId)}>
              <span className="archvd-clip">{pairWords(choice.product, choice.usSize)}</span>
              <span className={styles['choiceFacts']}>{factsOf(choice)}</span>
            </button>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={styles['quiet']}>{t('watchAlert.pickMore', [countText(more)])}</p> : null}
    </div>
  );
}

/** `DD1391-100 · Steals · 2 alerts` */
function factsOf({ product, catalogId, usSize, list, alerts }: WatchedChoice): string {
  const count = alerts === 0 ? null : t('watchAlert.pickAlerts', alerts, [countText(alerts)]);
  const facts = [product?.rawSku ?? catalogId, usSize === null ? t('watch.all') : null, list, count];
  return facts.filter((fact) => fact !== null && fact !== '').join(' · ');
}
