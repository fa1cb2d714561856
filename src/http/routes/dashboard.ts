import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where `npm run build` puts the files of the dashboard, from the sources as from the package. */
const built = fileURLToPath(new URL('../../../dist/dashboard', import.meta.url));
const packaged = fileURLToPath(new URL('../../dashboard', import.meta.url));

const notBuilt = `<!doctype html><html lang="en"><title>Millrace</title><p>The dashboard has not been built: run <code>npm run build</code>, then start the daemon anew.</p></html>`;

/** The page for people, at `/`. */
export async function dashboardRoutes(server: FastifyInstance): Promise<void> {
  const root = [packaged, built].find((folder) => existsSync(folder));
  if (root === undefined) {
    server.get('/', { schema: { hide: true } }, (_request, reply) => reply.type('text/html; charset=utf-8').send(notBuilt));
    return;
  }
  await server.register(staticFiles, { root, index: 'index.html', cacheControl: false, schemaHide: true });
}
