import type { Ground } from '@/lib/desk/ports';
import { createAliasMarketplace } from '@/lib/marketplaces/alias/client';
import { addDemoWrite, readDemoWrites } from '@/lib/db/repositories/demo-writes';
import type { ProductFacts } from '@/lib/domain/catalog/product';
import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import { createHttp } from '@/lib/marketplaces/http/create-http';
import type { RequestGate } from '@/lib/marketplaces/http/ports';
import type { DemoMarket } from '@/lib/sandbox/demo-market';
import type { WriteJournal } from '@/lib/sandbox/write-journal';
import type { OpenDesk } from './compose-desk';

/** The market is in this worker's own memory: nobody to be polite to. */
const OPEN_GATE: RequestGate = { enter: async () => undefined, leave: async () => null };

/** The demo remembers what was done to it in its own books. They are opened after it, so it is told where they are later. */
export function composeDemoJournal(ground: () => Ground): WriteJournal {
  return {
    read: () => readDemoWrites(ground().db),
    append: (entry) => addDemoWrite(ground().db, entry, ground().clock.now()),
  };
}

/** The same client as for alias, with the demo in the place of the network. */
export function composeDemoMarketplace({ clock, random }: Ground, demo: DemoMarket): Marketplace {
  const http = createHttp({
    baseUrl: demo.url,
    now: () => clock.now(),
    random: () => random.next(),
    token: async () => demo.token,
    gate: OPEN_GATE,
    onRequest: () => undefined,
    fetch: (input, init) => demo.fetch(new Request(input, init)),
  });
  return withPictures(createAliasMarketplace(http), demo);
}

/**
 * The client shows pictures of GOAT's image host and of nobody else. The demo's are drawn by our own code and put in
 * here, past what came as an answer, so that no answer of a market can ever bring a picture of another origin.
 */
function withPictures(market: Marketplace, demo: DemoMarket): Marketplace {
  const drawn = (product: ProductFacts): ProductFacts => ({
    ...product,
    pictureUrl: demo.pictureOf(product.catalogId),
  });
  return {
    ...market,
    async getProduct(catalogId, options) {
      const answer = await market.getProduct(catalogId, options);
      return { ...answer, value: drawn(answer.value) };
    },
    async searchCatalog(query, page, options) {
      const answer = await market.searchCatalog(query, page, options);
      return { ...answer, items: answer.items.map(drawn) };
    },
  };
}

const LEDGER_NAME = 'demo-purchases.csv';

/**
 * Fills in what the demo seller paid, once stock and orders have been read. Called after every turn: it does nothing
 * until both are there, and nothing when it was done, also when the worker died in between.
 */
export async function fillDemoCosts({ db }: Ground, demo: DemoMarket, openDesk: OpenDesk): Promise<void> {
  if ((await db.imports.filter((one) => one.fileName === LEDGER_NAME).count()) > 0) return;
  const [listings, orders] = await Promise.all([db.jobs.get('listings-full'), db.jobs.get('orders')]);
  if (listings?.lastSuccessAt == null || orders?.lastSuccessAt == null) return;
  const { handlers } = await openDesk();
  const filled = await handlers['ledger/import']({ fileName: LEDGER_NAME, text: demo.ledgerCsv });
  if (!filled.ok) throw new Error(filled.error.code);
}
