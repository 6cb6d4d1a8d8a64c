/**
 * The names of specifics as eBay's places write them, in lower case without accents. A name that is missing here is
 * found by its words where that is safe (sizes), and otherwise not at all.
 */
export const STYLE_CODE_NAMES = [
  'style code',
  'style number',
  'style no',
  'style',
  'style id',
  'stil code',
  'stilcode',
  'stilnummer',
  'stil nummer',
  'style code sku',
  'sku style code',
  'code style',
  'code de style',
  'code du style',
  'numero de style',
  'reference du style',
  'codice stile',
  'codice di stile',
  'codice dello stile',
  'codigo de estilo',
  'codigo del estilo',
  'stijlcode',
  'kod stylu',
  'mpn',
  'manufacturer part number',
  'part number',
  'herstellernummer',
  'hersteller nummer',
  'herstellerartikelnummer',
  'artikelnummer',
  'modellnummer',
  'numero de piece fabricant',
  'numero de piece du fabricant',
  'reference fabricant',
  'reference',
  'codice produttore',
  'codice articolo produttore',
  'numero di parte del produttore',
  'numero de pieza del fabricante',
  'npf',
  'referencia del fabricante',
  'fabrikantnummer',
  'onderdeelnummer fabrikant',
  'model number',
  'sku',
  'product code',
  'article number',
] as const;

export const BRAND_NAMES = ['brand', 'marke', 'marque', 'marca', 'merk', 'marka'] as const;

export const DEPARTMENT_NAMES = [
  'department',
  'abteilung',
  'departement',
  'reparto',
  'departamento',
  'afdeling',
  'gender',
  'geschlecht',
  'genre',
  'sexe',
  'sesso',
  'genere',
  'sexo',
] as const;

export const CONDITION_NAMES = [
  'condition',
  'zustand',
  'artikelzustand',
  'etat',
  'condizione',
  'condizioni',
  'estado',
  'staat',
] as const;

export const BARCODE_NAMES = ['upc', 'ean', 'gtin', 'isbn ean', 'code barres', 'codice ean'] as const;

/** Words of which one stands in every name of a size. */
export const SIZE_WORDS =
  /(?:^| )(?:size|grosse|groesse|schuhgrosse|schuhgroesse|eu schuhgrosse|pointure|pointures|taille|talla|taglia|schoenmaat|maat|rozmiar|misura|numero|number scarpe)(?= |$)/;

/** … and words that make it the size of something else. */
export const NO_SIZE_WORDS =
  /(?:^| )(?:type|typ|tipo|heel|absatz|talon|tacco|tacon|shaft|schaft|width|weite|largeur|larghezza|ancho|unit|box|style|stil|stile|estilo|model|modele|modello|modelo|modell|piece|pieza|parte|part|fabricant|fabricante|produttore|articolo|serie|serial|range|country|pays|regular|calf|insole|lace|us size type|height|chart|tabelle|guide|kids age|age)(?= |$)/;

/** `numero` is a size only with something that says so; alone it may count anything. */
export const NUMBER_OF_SHOES = /scarp|zapat|calz|(?:^| )(?:us|uk|eu|ue|eur)(?: |$)|^numero$/;
