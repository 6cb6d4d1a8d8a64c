import * as z from 'zod';

// Extension pages forbid `new Function`, which zod would otherwise try; first import of every schema, so that it
// holds before the first schema is built.
z.config({ jitless: true });

export { z };
