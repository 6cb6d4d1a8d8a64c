import { queryOf, send, type App } from '../http/env';
import { invalid, missing, Refusal } from '../http/refusal';
import { findListing } from '../world/listing-actions';
import type { World } from '../world/world';

const types = ['OUTER', 'INNER', 'UNDER', 'TOP', 'BACK', 'TAG', 'PACKAGING', 'SIZE_TAG', 'INTERIOR', 'EXTRA'].map(
  (name) => `PICTURE_TYPE_${name}`,
);

/** How PNG and JPEG files begin, in base64. */
const pictureStarts = ['iVBORw0KGgo', '/9j/'];

export function registerPictures(app: App, world: World): void {
  app.post('/pictures', (context) => {
    const query = queryOf(context);
    const listingId = query.text('listing_id');
    const type = query.text('type');
    if (listingId === undefined) throw missing('input.ListingID');
    if (type === undefined || !types.includes(type)) throw invalid('picture type is not valid');
    findListing(world, listingId);
    const order = Number(query.text('order') ?? 0);
    if (type === 'PICTURE_TYPE_EXTRA' && !(order > 0)) throw missing('input.Order');
    const url = query.text('url');
    if ((url === undefined) === (query.text('base64_data') === undefined))
      throw invalid('exactly one of base64_data and url is required');
    const data = query.text('base64_data');
    if (data !== undefined && !pictureStarts.some((start) => data.startsWith(start)))
      throw invalid('base64_data must be a PNG or JPEG picture');
    const id = world.newId(world.clock.now());
    const picture = {
      id,
      listing_id: listingId,
      type,
      order,
      url: url ?? `https://pictures.sandbox.invalid/${id}.jpg`,
    };
    world.pictures.set(id, picture);
    world.journal.effect('picture/created', id, { to: listingId });
    return send(context, { picture });
  });

  app.delete('/pictures/:id', (context) => {
    const id = context.req.param('id');
    if (!world.pictures.delete(id)) throw new Refusal(5, 'picture not found');
    world.journal.effect('picture/deleted', id);
    return send(context, { id });
  });
}
