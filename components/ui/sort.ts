export interface Sort {
  readonly by: string;
  readonly down: boolean;
}

/** The same column again turns the order round; another one begins the way that suits it. */
export function nextSort(sort: Sort, by: string, startsDown: (by: string) => boolean): Sort {
  return sort.by === by ? { by, down: !sort.down } : { by, down: startsDown(by) };
}
