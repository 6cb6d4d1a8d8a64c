/** gRPC codes alias's error bodies carry, with the HTTP status the gateway makes of them. */
const httpStatuses = { 3: 400, 5: 404, 7: 403, 8: 429, 9: 402, 10: 409, 13: 500, 14: 503, 16: 401 } as const;

export type GrpcCode = keyof typeof httpStatuses;

/** A request alias would turn down. The HTTP layer makes `{code,message,details}` of it; a batch notes its message. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: GrpcCode;

  constructor(code: GrpcCode, message: string) {
    super(message);
    this.code = code;
  }

  get status(): number {
    return httpStatuses[this.code];
  }
}

export function invalid(message: string): Refusal {
  return new Refusal(3, message);
}

export function missing(parameter: string): Refusal {
  return new Refusal(3, `Missing parameter: ${parameter}`);
}
