declare const styleCodeBrand: unique symbol;

/** A manufacturer's code of model and colour in canonical form: upper case, with the hyphen its brand uses (`DD1391-100`). */
export type StyleCode = string & { readonly [styleCodeBrand]: true };
