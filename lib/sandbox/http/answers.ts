import { Refusal } from './refusal';

const grpcByStatus: Record<number, number> = {
  400: 3,
  401: 16,
  403: 7,
  404: 5,
  409: 10,
  429: 8,
  500: 13,
  502: 14,
  503: 14,
  504: 4,
};

/** alias's error body: `code` is the gRPC code, not the HTTP status. */
export function errorAnswer(
  status: number,
  message: string,
  headers: Record<string, string> = {},
  code = grpcByStatus[status] ?? 2,
): Response {
  return new Response(JSON.stringify({ code, message, details: [] }), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** A handler's exception as an answer. What is not a refusal is our own mistake and says so. */
export function answerOf(error: unknown): Response {
  if (error instanceof Refusal) return errorAnswer(error.status, error.message, {}, error.code);
  return errorAnswer(500, error instanceof Error ? error.message : 'internal error');
}

const html = '<!DOCTYPE html><html><head><title>Error</title></head><body><h1>upstream error</h1></body></html>';

/** The gateway's own answers are not JSON. */
export function gatewayAnswer(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': status === 415 ? 'text/plain' : 'text/html' } });
}

export async function garbled(answer: Response, kind: 'html' | 'truncated'): Promise<Response> {
  if (kind === 'html') return new Response(html, { status: 200, headers: { 'content-type': 'text/html' } });
  const text = await answer.text();
  return new Response(text.slice(0, Math.floor(text.length / 2)), {
    status: answer.status,
    headers: { 'content-type': 'application/json' },
  });
}
