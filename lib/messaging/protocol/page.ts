/** Marketplace pages: what the detector and the card ask. Messages from content scripts are told by `from`. */
export const PAGE = {} as const;
