import * as schemas from './schemas';
import { toListing, toOrder, toProduct } from './to-domain';
import { toBatch, toBatchOperation, toOfferBin, toPicture, toRecentSale } from './to-market';

/** Shape and meaning of each kind of record, paired once. */
export const listingReader = { schema: schemas.listingSchema, toDomain: toListing };
export const orderReader = { schema: schemas.orderSchema, toDomain: toOrder };
export const productReader = { schema: schemas.catalogItemSchema, toDomain: toProduct, idField: 'catalog_id' };
export const recentSaleReader = { schema: schemas.recentSaleSchema, toDomain: toRecentSale, idField: 'catalog_id' };
export const offerBinReader = { schema: schemas.offerBinSchema, toDomain: toOfferBin };
export const pictureReader = { schema: schemas.pictureSchema, toDomain: toPicture };
export const batchReader = { schema: schemas.batchSchema, toDomain: toBatch };
export const batchOperationReader = { schema: schemas.batchOperationSchema, toDomain: toBatchOperation };
