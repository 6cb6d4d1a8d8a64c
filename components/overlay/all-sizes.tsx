import { moneyOf, netOf, type KnownLook, type SizeLook } from './card-model';
import { exactText, glanceText, percentText, whyText } from './card-words';
import { Profit } from './figure';
import { t } from './text';
import type { Money } from '@/lib/domain/money/money';

interface AllSizesProps {
  readonly look: KnownLook;
  readonly selected: string | null;
  readonly onPick: (label: string) => void;
}

/** Every size of the page with what it would bring. */
export function AllSizes({ look, selected, onPick }: AllSizesProps) {
  return (
    // Scrolls by itself, so it must be reachable by keyboard.
    <div className="tablebox" tabIndex={0} role="group" aria-label={t('card.tableName')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('card.columnSize')}</th>
            <th scope="col">{t('card.columnHere')}</th>
            <th scope="col" title={t('card.netHere')}>
              {t('card.columnNet')}
            </th>
            <th scope="col">{t('card.columnProfit')}</th>
            <th scope="col">{t('card.columnRoi')}</th>
            <th scope="col" title={t('card.netOffer')}>
              {t('card.columnOffer')}
            </th>
            <th scope="col">{t('card.columnOwn')}</th>
          </tr>
        </thead>
        <tbody>
          {look.sizes.map((size) => (
            <SizeLine key={size.label} size={size} isSelected={size.label === selected} onPick={onPick} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  readonly size: SizeLook;
  readonly isSelected: boolean;
  readonly onPick: (label: string) => void;
}

function SizeLine({ size, isSelected, onPick }: LineProps) {
  const { underAsk, intoOffer } = size.deal;
  const reasons = size.usSize === null ? ['size'] : underAsk.missing;
  const profit = moneyOf(underAsk.profit);
  const roi = underAsk.roiBasisPoints;
  const { count } = size.own;
  return (
    <tr aria-current={isSelected || undefined}>
      <th scope="row">
        <button type="button" className="link" onClick={() => onPick(size.label)}>
          {size.label}
        </button>
      </th>
      <Cell amount={moneyOf(size.pagePrice)} why={['page-price']} text={exactText} />
      <Cell amount={netOf(underAsk)} why={reasons} text={estimate} />
      <td>{profit === null ? <Dash why={reasons} /> : <Profit amount={profit} />}</td>
      <td>{roi === null ? <Dash why={reasons} /> : percentText(roi).replace(' ', '')}</td>
      <Cell amount={netOf(intoOffer)} why={size.usSize === null ? ['size'] : intoOffer.missing} text={estimate} />
      <td>{count === 0 ? '' : count}</td>
    </tr>
  );
}

const estimate = (amount: Money) => `~${glanceText(amount)}`;

interface CellProps {
  readonly amount: Money | null;
  readonly why: readonly string[];
  readonly text: (amount: Money) => string;
}

function Cell({ amount, why, text }: CellProps) {
  return <td>{amount === null ? <Dash why={why} /> : text(amount)}</td>;
}

function Dash({ why }: { readonly why: readonly string[] }) {
  return (
    <span className="dim" title={whyText(why)}>
      <span aria-hidden="true">-</span>
      <span className="hidden">{t('card.notKnown')}</span>
    </span>
  );
}
