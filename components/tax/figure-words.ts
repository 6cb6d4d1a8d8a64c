import { countryText } from './country-words';
import { t } from '../ui/text';

const LABELS: Readonly<Record<string, () => string>> = {
  box1: () => t('tax.box1'),
  box2: () => t('tax.box2'),
  box3: () => t('tax.box3'),
  box4: () => t('tax.box4'),
  box5: () => t('tax.box5'),
  box6: () => t('tax.box6'),
  box7: () => t('tax.box7'),
  box8: () => t('tax.box8'),
  box9: () => t('tax.box9'),
  poolSales: () => t('tax.poolSales'),
  poolPurchases: () => t('tax.poolPurchases'),
  poolCarriedIn: () => t('tax.poolCarriedIn'),
  poolMargin: () => t('tax.poolMargin'),
  poolCarriedOut: () => t('tax.poolCarriedOut'),
  G1: () => t('tax.g1'),
  '1A': () => t('tax.a1'),
  '1B': () => t('tax.b1'),
  due: () => t('tax.due'),
  standardSales: () => t('tax.standardSales'),
  standardTax: () => t('tax.standardTax'),
  marginSales: () => t('tax.marginSales'),
  marginTax: () => t('tax.marginTax'),
  otherSales: () => t('tax.otherSales'),
  inputTax: () => t('tax.inputTax'),
  purchases: () => t('tax.purchases'),
};

const LINES: Readonly<Record<string, () => string>> = {
  '1': () => t('tax.line1'),
  '2': () => t('tax.line2'),
  '3': () => t('tax.line3'),
  '4': () => t('tax.line4'),
  '5': () => t('tax.line5'),
  '7': () => t('tax.line7'),
  '8': () => t('tax.line8'),
  '9': () => t('tax.line9'),
  '10': () => t('tax.line10'),
  '11': () => t('tax.line11'),
  '13': () => t('tax.line13'),
  '15': () => t('tax.line15'),
  '16b': () => t('tax.line16b'),
  '17': () => t('tax.line17'),
  '18': () => t('tax.line18'),
  '20b': () => t('tax.line20b'),
  '21': () => t('tax.line21'),
  '22': () => t('tax.line22'),
  '23': () => t('tax.line23'),
  '24a': () => t('tax.line24a'),
  '25': () => t('tax.line25'),
  '27': () => t('tax.line27'),
  '28': () => t('tax.line28'),
  '31': () => t('tax.line31'),
  '35': () => t('tax.line35'),
  '36': () => t('tax.line36'),
  '39': () => t('tax.line39'),
  '40': () => t('tax.line40'),
  '41': () => t('tax.line41'),
  '42': () => t('tax.line42'),
};

const WHYS: Readonly<Record<string, () => string>> = {
  box1: () => t('tax.box1Why'),
  box2: () => t('tax.notTold'),
  box4: () => t('tax.box4Why'),
  box5: () => t('tax.box5Why'),
  box6: () => t('tax.box6Why'),
  box7: () => t('tax.box7Why'),
  box8: () => t('tax.notTold'),
  box9: () => t('tax.notTold'),
  poolMargin: () => t('tax.poolWhy'),
  G1: () => t('tax.g1Why'),
  '1A': () => t('tax.a1Why'),
  '1B': () => t('tax.b1Why'),
  due: () => t('tax.dueWhy'),
  line1: () => t('tax.line1Why'),
  line2: () => t('tax.line2Why'),
  line10: () => t('tax.line10Why'),
  line27: () => t('tax.line27Why'),
  line31: () => t('tax.line31Why'),
  line35: () => t('tax.line35Why'),
  line41: () => t('tax.line41Why'),
};

/** What the line of a form is about: `Commissions and fees`. */
export function lineText(line: string): string {
  return LINES[line]?.() ?? line;
}

/**
 * What a figure of a report is called. Lines carry their number only where the form has them.
 *
 * @example `figureText('line10', true)` is `Line 10, Commissions and fees`
 */
export function figureText(id: string, isForm: boolean): string {
  const [, kind, country] = /^(net|tax)@([A-Z]{2})$/.exec(id) ?? [];
  if (country !== undefined)
    return kind === 'net' ? t('tax.netTo', [countryText(country)]) : t('tax.taxTo', [countryText(country)]);
  const [, line] = /^line(\w+)$/.exec(id) ?? [];
  if (line !== undefined) return isForm ? `${t('tax.line', [line])}, ${lineText(line)}` : lineText(line);
  return LABELS[id]?.() ?? id;
}

/** How a figure comes about, where that needs more words than its name. */
export function figureWhy(id: string): string | null {
  return WHYS[id]?.() ?? null;
}
