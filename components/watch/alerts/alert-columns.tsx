import type { AlertLine } from '@/lib/queries/alert-subjects';
import { pairWords } from '../../ui/alert-sentence';
import type { Column } from '../../ui/data-list';
import { PairPicture } from '../../ui/picture';
import { RowButton } from '../../ui/row-button';
import { t } from '../../ui/text';
import { TwoLine } from '../../ui/two-line';
import watch from '../watch.module.css';
import { AlertActions, AlertSwitch } from './alert-controls';
import { triggerText } from './alert-words';
import { StandingText } from './standing-text';

function nameOf({ product, item }: AlertLine): string {
  return product === null ? item.catalogId : pairWords(product, item.usSize);
}

/** What stands in the row of an alert. */
export function alertColumns(onEdit: (row: AlertLine) => void): readonly Column<AlertLine>[] {
  return [
    {
      id: 'pair',
      header: t('column.pair'),
      width: 'minmax(180px, 1fr)',
      cell: (row) => <RowButton onClick={() => onEdit(row)}>{nameOf(row)}</RowButton>,
    },
    {
      id: 'when',
      header: t('watchAlert.when'),
      width: 'minmax(200px, 1.2fr)',
      cell: ({ alert }) => (
        <span className="archvd-clip" title={triggerText(alert.trigger)}>
          {triggerText(alert.trigger)}
        </span>
      ),
    },
    {
      id: 'state',
      header: t('column.status'),
      width: 'minmax(120px, 0.8fr)',
      cell: ({ standing }) => <StandingText standing={standing} />,
    },
    {
      id: 'on',
      header: t('watchAlert.on'),
      width: '48px',
      cell: ({ alert }) => <AlertSwitch alert={alert} words={triggerText(alert.trigger)} />,
    },
    {
      id: 'more',
      header: t('inventory.actions'),
      width: '64px',
      align: 'right',
      cell: (row) => (
        <AlertActions key={row.alert.id} {...row} words={triggerText(row.alert.trigger)} onEdit={() => onEdit(row)} />
      ),
    },
  ];
}

/** An alert where there is little room. */
export function AlertCompact({ row, onEdit }: { readonly row: AlertLine; readonly onEdit: () => void }) {
  const words = triggerText(row.alert.trigger);
  return (
    <div className={watch['compact']} role="presentation">
      <TwoLine
        picture={<PairPicture url={row.product?.pictureUrl ?? null} size={36} />}
        title={<RowButton onClick={onEdit}>{nameOf(row)}</RowButton>}
        subtitle={<span title={words}>{words}</span>}
        top={<AlertSwitch alert={row.alert} words={words} />}
        bottom={<StandingText standing={row.standing} short />}
      />
      <div role="cell">
        <AlertActions key={row.alert.id} {...row} words={words} onEdit={onEdit} />
      </div>
    </div>
  );
}
