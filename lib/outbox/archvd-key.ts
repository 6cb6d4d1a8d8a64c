/** Under this key a listing's metadata names the decision that made it: after a lost answer it is found by it. */
export const KEY = 'archvd';
