import { Button } from '@mantine/core';
import { useState } from 'react';
import { money } from '@/lib/domain/money/money';
import { entriesOf, type TaxEntry, type TaxReport } from '@/lib/domain/tax/tax-report';
import { SideDrawer } from '../bridge/side-drawer';
import { treatmentText } from '../bridge/treatment-words';
import { dateText, moneyText } from '../ui/format';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { figureText, figureWhy } from './figure-words';
import styles from './tax.module.css';
import { entryKindText } from './tax-words';

/** Rows drawn at once; more come when they are asked for. */
const STEP = 100;

interface FigureDrawerProps {
  readonly report: TaxReport;
  /** null: closed. */
  readonly figure: string | null;
  readonly isForm: boolean;
  readonly onClose: () => void;
}

/** The rows one figure is made of, each with what it adds, and the way to its pair. */
export function FigureDrawer({ report, figure, isForm, onClose }: FigureDrawerProps) {
  return (
    <SideDrawer title={figure === null ? null : figureText(figure, isForm)} onClose={onClose} testId="tax-rows">
      {figure === null ? null : <Rows key={figure} report={report} figure={figure} isForm={isForm} />}
    </SideDrawer>
  );
}

function Rows({ report, figure, isForm }: { report: TaxReport; figure: string; isForm: boolean }) {
  const [shown, setShown] = useState(STEP);
  const entries = entriesOf(report, figure);
  const why = figureWhy(figure);
  const isOfRows = report.figures.find(({ id }) => id === figure)?.from === 'rows';
  return (
    <>
      {why === null ? null : <p className={styles['quiet']}>{why}</p>}
      {entries.length === 0 ? <p>{t('tax.noRows')}</p> : null}
      <ul className={styles['rows']}>
        {entries.slice(0, shown).map((entry) => (
          <li key={entry.id}>
            <span>{nameOf(entry)}</span>
            <span className="archvd-figure archvd-strong">
              {isOfRows ? moneyText(money(entry.figures[figure] ?? 0, report.currency), { cents: 'fixed' }) : ''}
            </span>
            <span className={styles['quiet']}>
              {[entryKindText(entry.kind), dateText(entry.at), treatmentOf(entry)]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            <span className={`${styles['quiet']} archvd-figure`}>{isOfRows ? '' : partsOf(entry, report, isForm)}</span>
          </li>
        ))}
      </ul>
      {entries.length > shown ? (
        <Button variant="default" size="compact-sm" mt="sm" onClick={() => setShown(shown + 5 * STEP)}>
          {t('tax.showMore')}
        </Button>
      ) : null}
    </>
  );
}

function nameOf(entry: TaxEntry) {
  const name = entry.name === '' ? entryKindText(entry.kind) : entry.name;
  if (entry.pairId !== null) return <a href={routeHref({ screen: 'inventory', pair: entry.pairId })}>{name}</a>;
  return entry.kind === 'expense' ? <a href={routeHref({ screen: 'expenses', item: entry.rowId })}>{name}</a> : name;
}

function treatmentOf({ treatment, kind }: TaxEntry): string {
  return treatment === null || kind === 'stock' ? '' : treatmentText(treatment);
}

/** What a row adds to each figure that this one is made of. */
function partsOf({ figures }: TaxEntry, { figures: known, currency }: TaxReport, isForm: boolean): string {
  return known
    .flatMap(({ id, from }) => {
      const units = from === 'rows' ? (figures[id] ?? 0) : 0;
      if (units === 0) return [];
      const [name = id] = figureText(id, isForm).split(',');
      return [`${name} ${moneyText(money(units, currency), { cents: 'fixed' })}`];
    })
    .join(' · ');
}
