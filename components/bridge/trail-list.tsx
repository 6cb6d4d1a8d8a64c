import { IconArrowRight, IconCheck, IconHandStop, IconInfoCircle } from '@tabler/icons-react';
import type { TrailLine } from '@/lib/domain/repricing/decision';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { guardText } from './decision-words';
import styles from './trail-list.module.css';
import { trailText, type TrailGround } from './trail-words';

const MARKS = { passed: IconCheck, moved: IconArrowRight, held: IconHandStop, noted: IconInfoCircle };

const DID: Record<TrailLine['did'], () => string> = {
  passed: () => t('trail.passed'),
  moved: () => t('trail.movedShort'),
  held: () => t('trail.held'),
  noted: () => t('trail.noted'),
};

/** A decision line by line: who spoke, on what figures, and the price after it. */
export function TrailList({ trail, ground }: { readonly trail: readonly TrailLine[]; readonly ground: TrailGround }) {
  return (
    <ol className={styles['trail']} aria-label={t('trail.title')}>
      {trail.map((line, index) => {
        const Mark = MARKS[line.did];
        return (
          <li key={index} data-did={line.did}>
            <Mark size={14} stroke={2} role="img" aria-label={DID[line.did]()} />
            <div>
              <b>{guardText(line.guard)}</b>
              <span>{trailText(line, ground)}</span>
            </div>
            <span className="archvd-figure">{line.price === null ? '' : moneyText(line.price)}</span>
          </li>
        );
      })}
    </ol>
  );
}
