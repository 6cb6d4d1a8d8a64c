import { ownText } from '@/lib/marketplaces/page/own-text';
import { OTHERS } from './hero';

/** Where a listing says that it is over. */
const NOTICES =
  '[class*="d-statusmessage"], [class*="ended"], [class*="x-item-status"], [data-testid*="ended"], [data-testid*="statusmessage"], [class*="page-notice"], [class*="inline-notice"], [role="alert"], [role="status"], #msgPanel, .msgTextAlign, .vi-end-banner, [class*="status-message"], [class*="statusmessage" i], [class*="vi-notice"], [class*="sold-price"], [class*="banner"]';

const OVER =
  /^sold (?:for|on)\b|\bended this listing|(?:this )?listing (?:was |has )?(?:been )?ended|listing sold|bidding (?:has )?ended|this item (?:is )?(?:sold|no longer available)|item (?:has been )?sold on|(?:item|listing) is no longer available|out of stock|(?:angebot|auktion)\s.{0,80}(?:beendet|verkauft)|^verkauft f[üu]r|artikel (?:wurde )?verkauft|nicht mehr (?:verf[üu]gbar|vorr[äa]tig)|(?:annonce|vente|ench[èe]re)\s.{0,60}termin[ée]e?|objet (?:a [ée]t[ée] )?vendu|n'est plus disponible|rupture de stock|inserzione\s.{0,40}(?:scaduta|terminata|chiusa)|oggetto (?:[èe] stato )?venduto|non (?:[èe] )?pi[ùu] disponibile|anuncio\s.{0,40}(?:finalizado|terminado)|art[íi]culo (?:se )?vendi(?:do|[óo])|ya no est[áa] disponible|(?:aanbieding|veiling|zoekertje)\s.{0,40}(?:be[ëe]indigd|afgelopen)|niet meer beschikbaar/i;

/**
 * Whether the listing is over: nothing can be bought here, whatever amount still stands on the page.
 *
 * @param hasPrice without a price the words count wherever they stand
 */
export function hasEnded(document: Document, hasPrice: boolean): boolean {
  for (const notice of [...document.querySelectorAll(NOTICES)].slice(0, 40)) {
    // Other listings may be over, and "recommended" ends with a word for it.
    if (notice.closest(OTHERS) !== null) continue;
    const text = (ownText(notice, 300) ?? '').replace(/’/g, "'");
    if (OVER.test(text)) return true;
  }
  if (hasPrice) return false;
  const page = document.querySelector('#mainContent, main') ?? document.querySelector('body');
  return OVER.test((ownText(page, 6000) ?? '').replace(/’/g, "'"));
}
