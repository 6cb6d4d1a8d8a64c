/** Files in. */
export const IMPORTS = {} as const;
