import { serve, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createSandbox, type Sandbox, type SandboxOptions } from './create-sandbox';
import { ConnectionDropped } from './http/connection-dropped';

export interface ServeOptions extends Omit<SandboxOptions, 'token'> {
  /** 0 takes any free port. */
  readonly port?: number;
  /** Made from the seed unless told. */
  readonly token?: string;
}

export interface ServedSandbox {
  readonly port: number;
  readonly token: string;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

/** Serves a sandbox over HTTP on the loopback interface: the API under /api/v1, its controls under /sandbox. */
export async function serveSandbox(options: ServeOptions = {}): Promise<ServedSandbox> {
  const token = options.token ?? `sandbox_${options.seed ?? 1}`;
  const sandbox = createSandbox({ ...options, token });
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: (request, env) => answerOrDrop(sandbox, request, env as HttpBindings),
        port: options.port ?? 0,
        hostname: '127.0.0.1',
        serverOptions: { maxHeaderSize: 8 * 1024 * 1024 },
      },
      ({ port }) => resolve({ port, token, sandbox, close: () => new Promise((done) => closeAll(server, done)) }),
    );
    server.once('error', reject);
  });
}

async function answerOrDrop(sandbox: Sandbox, request: Request, env: HttpBindings): Promise<Response> {
  try {
    return await sandbox.fetch(request);
  } catch (error) {
    if (!(error instanceof ConnectionDropped)) throw error;
    env.outgoing.destroy();
    return RESPONSE_ALREADY_SENT;
  }
}

function closeAll(server: ReturnType<typeof serve>, done: () => void): void {
  server.close(() => done());
  if ('closeAllConnections' in server) server.closeAllConnections();
}
