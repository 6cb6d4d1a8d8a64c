import { entriesOf, type TaxFigure, type TaxReport } from '@/lib/domain/tax/tax-report';
import { subtract } from '@/lib/domain/money/arithmetic';
import { Explained } from '../ui/explained';
import { countText, moneyText } from '../ui/format';
import { t } from '../ui/text';
import { centsOf } from './figure-cents';
import { figureText, figureWhy } from './figure-words';
import { isPoolFigure } from './pool-figures';
import styles from './tax.module.css';

interface FigureTableProps {
  readonly report: TaxReport;
  /** Whether its lines carry the numbers of a form. */
  readonly isForm: boolean;
  readonly onOpen: (figure: string) => void;
}

/** Every figure of a report; those made of rows lead to them. */
export function FigureTable({ report, isForm, onOpen }: FigureTableProps) {
  const shown = report.figures.filter((figure) => isShown(figure, isForm));
  return (
    <div className={styles['wide']}>
      <table className={`archvd-table ${styles['table']}`} data-testid="tax-figures">
        <thead>
          <tr>
            <th scope="col">{t('tax.figure')}</th>
            <th scope="col">{t('tax.amount')}</th>
            <th scope="col" data-rank="middle">
              <span className="archvd-hidden">{t('tax.showRows', [''])}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((figure) => (
            <FigureRow key={figure.id} report={report} figure={figure} isForm={isForm} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Of the many lines expenses may go to only those with something on them; what only a form says twice, only on one. */
function isShown({ id, from, amount }: TaxFigure, isForm: boolean): boolean {
  if (isPoolFigure({ id })) return false;
  if (!isForm && (id === 'line4' || id === 'line7')) return false;
  return amount.minor !== 0 || from !== 'rows' || !/^line(8|9|1\d|2\d)/.test(id);
}

interface FigureRowProps extends FigureTableProps {
  readonly figure: TaxFigure;
}

function FigureRow({ report, figure, isForm, onOpen }: FigureRowProps) {
  const { id, shown, amount, from } = figure;
  const label = figureText(id, isForm);
  const rows = entriesOf(report, id).length;
  return (
    <tr data-made={from === 'rows' ? undefined : true} data-figure={id}>
      <th scope="row">
        {rows === 0 ? (
          label
        ) : (
          <button type="button" className={styles['link']} onClick={() => onOpen(id)}>
            {label}
          </button>
        )}
        {id === 'box5' ? <span className={styles['quiet']}> {direction(report)}</span> : null}
      </th>
      <td>
        <Explained what={explanationOf(figure, isForm)}>
          <span className="archvd-figure archvd-strong" data-amount={shown.minor} data-exact={amount.minor}>
            {moneyText(shown, { cents: centsOf(figure) })}
          </span>
        </Explained>
      </td>
      <td data-rank="middle" className="archvd-figure">
        {rows === 0 ? '' : t('tax.rows', rows, [countText(rows)])}
      </td>
    </tr>
  );
}

function explanationOf({ id, shown, amount, from }: TaxFigure, isForm: boolean) {
  const why = figureWhy(id);
  const made = from === 'rows' ? null : t('tax.madeOf', [from.map((each) => figureText(each, isForm)).join('; ')]);
  const exact =
    shown.minor === amount.minor
      ? null
      : t('tax.whole', [moneyText(shown, { cents: 'none' }), moneyText(amount, { cents: 'fixed' })]);
  return { note: [why, made, exact].filter((part) => part !== null).join(' ') };
}

/** Whether box 5 goes to the tax office or comes from there. */
function direction({ figures }: TaxReport): string {
  const of = (id: string) => figures.find((figure) => figure.id === id)?.amount;
  const [total, reclaimed] = [of('box3'), of('box4')];
  if (total === undefined || reclaimed === undefined) return '';
  return subtract(total, reclaimed).minor < 0 ? t('tax.toReclaim') : t('tax.toPay');
}
