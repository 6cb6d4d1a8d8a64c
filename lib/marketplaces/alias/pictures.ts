import type { Marketplace } from '../contract/marketplace';
import type { PictureDraft } from '../contract/writes';
import type { Http } from '../http/create-http';
import type { HttpRequest } from '../http/exchange';
import { readAnswer } from './parse';
import { pictureReader } from './readers';
import { refused, segment, toQuery } from './to-alias';
import { deletedIdReader } from './wire-answers';

/** Browsers cut addresses at 2 MiB, and a picture sent as text travels in the address. */
const LONGEST_BASE64 = 1_500_000;

export function createPictures(http: Http): Pick<Marketplace, 'addPicture' | 'deletePicture'> {
  return {
    addPicture: async (draft, options) => {
      const query = pictureQuery(draft);
      const request: HttpRequest = { method: 'POST', operation: '/pictures', path: '/pictures', query };
      return readAnswer(request, await http.send(request, options), 'picture', pictureReader);
    },
    deletePicture: async (externalId, options) => {
      const path = `/pictures/${segment(externalId)}`;
      const request: HttpRequest = { method: 'DELETE', operation: '/pictures/{id}', path };
      return readAnswer(request, await http.send(request, options), null, deletedIdReader);
    },
  };
}

function pictureQuery({ externalListingId, type, order, source }: PictureDraft): URLSearchParams {
  const extra = type === 'PICTURE_TYPE_EXTRA';
  if (externalListingId === '' || type === '') throw refused('A picture needs its listing and type. Nothing was sent.');
  if (extra && !(order !== undefined && Number.isSafeInteger(order) && order > 0)) {
    throw refused('An extra picture needs its place, counted from 1. Nothing was sent.');
  }
  if ('base64' in source && source.base64.length > LONGEST_BASE64) {
    throw refused('The picture is too large to be sent like this. Nothing was sent.');
  }
  if ('url' in source && !source.url.startsWith('https://')) {
    throw refused('A picture must have an https address. Nothing was sent.');
  }
  return toQuery({
    listing_id: externalListingId,
    type,
    order,
    base64_data: 'base64' in source ? source.base64 : null,
    url: 'url' in source ? source.url : null,
  });
}
