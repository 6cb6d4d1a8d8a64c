/** Notifications. */
export const NOTICES = {} as const;
