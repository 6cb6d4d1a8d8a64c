import { useHotkeys } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { PairStory } from '@/lib/queries/pair-story';
import { CONDITIONS, PACKAGINGS } from '../bridge/condition-choices';
import { EXPENSE_FORMS } from '../bridge/to-expense';
import { ErrorState, SkeletonRows } from '../ui/states';
import { TaskDrawer } from '../ui/task-drawer';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { AddForm } from './add-form';
import styles from './add.module.css';
import { fieldsOf } from './edit-fields';
import type { AddDraft } from './draft';
import { EditForm } from './edit-form';
import { EditSaleForm } from './edit-sale-form';
import { PickSoldPair } from './pick-sold-pair';
import { ReleaseForm } from './release-form';
import { ReverseSaleForm } from './reverse-sale-form';
import { SellForm } from './sell-form';
import { usePair } from './use-pair';

const TITLES: Readonly<Record<string, () => string>> = {
  edit: () => t('editPair.title'),
  sell: () => t('sellPair.title'),
  copy: () => t('add.copyTitle'),
  sale: () => t('editSale.title'),
  reverse: () => t('reverseSale.title'),
  release: () => t('add.title'),
};

/** The form the address asks for, over whatever screen it is; the key A opens the one that adds pairs. */
export function Forms() {
  const { route, change } = useRoute();
  const { pair } = route;
  // To list pairs and to write expenses down have forms of their own.
  const isElsewhere = route.add === 'list' || EXPENSE_FORMS.some((each) => each === route.add);
  const add = isElsewhere ? null : route.add;
  const close = () => change({ add: null });
  const title = TITLES[kindOf(add ?? '')]?.() ?? t('add.title');
  useHotkeys([
    ['A', () => route.add === null && document.querySelector('[role="dialog"]') === null && change({ add: '1' })],
  ]);
  return (
    <TaskDrawer opened={add !== null} title={title} onClose={close} testId="form">
      {add === null ? null : (
        <div className={styles['drawerForm']}>
          <FormOf key={`${add}${pair ?? ''}`} add={add} pairId={pair} onClose={close} />
        </div>
      )}
    </TaskDrawer>
  );
}

/** A form about one sale of the pair names it: `sale:…`, `reverse:…`. */
function kindOf(add: string): string {
  return add.split(':', 1)[0] ?? '';
}

interface FormOfProps {
  readonly add: string;
  readonly pairId: string | null;
  readonly onClose: () => void;
}

function FormOf({ add, pairId, onClose }: FormOfProps): ReactNode {
  if (add === 'release') return <ReleaseForm onClose={onClose} />;
  if (!(kindOf(add) in TITLES)) return <AddForm initial={add === '1' ? null : { query: add }} onClose={onClose} />;
  if (add === 'sell' && pairId === null) return <PickSoldPair />;
  return pairId === null ? <Gone /> : <FormOfPair add={add} pairId={pairId} onClose={onClose} />;
}

function FormOfPair({ add, pairId, onClose }: FormOfProps & { readonly pairId: string }): ReactNode {
  const story = usePair(pairId);
  if (story === null) return <SkeletonRows count={4} />;
  if (story === 'gone') return <Gone />;
  if (add === 'edit') return <EditForm story={story} onClose={onClose} />;
  if (add === 'sell') return <SellForm story={story} onClose={onClose} />;
  const sale = story.sales.find((each) => each.sale.id === add.slice(add.indexOf(':') + 1))?.sale;
  if (sale !== undefined && kindOf(add) === 'sale') return <EditSaleForm sale={sale} onClose={onClose} />;
  if (sale !== undefined && kindOf(add) === 'reverse')
    return <ReverseSaleForm sale={sale} pair={story.pair} onClose={onClose} />;
  return <AddForm initial={copyOf(story)} onClose={onClose} />;
}

function Gone() {
  return <ErrorState title={t('pair.gone')} text={t('pair.goneText')} />;
}

/** Another pair like this one; its size and its cost may well be the same, its photo is not. */
function copyOf({ pair, product }: PairStory): Partial<AddDraft> {
  const { name, brand, code, size, cost, otherCosts, bought, supplier, tags, location } = fieldsOf(pair);
  return {
    name,
    brand,
    code,
    cost,
    otherCosts,
    bought,
    supplier,
    tags,
    location,
    product,
    byHand: product === null,
    sizes: size,
    system: pair.size.system,
    condition: CONDITIONS.find((each) => each === pair.condition) ?? 'new',
    packaging: PACKAGINGS.find((each) => each === pair.packaging) ?? 'good',
  };
}
