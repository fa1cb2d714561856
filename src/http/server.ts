import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify from 'fastify';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { MillraceError, errorKinds } from '../model/errors.ts';
import { Activity } from './activity.ts';
import type { Api } from './api.ts';
import { Feed } from './feed.ts';
import { guard } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { metricsOf } from './metrics.ts';
import { Refusal } from './refusal.ts';
import { activityRoutes } from './routes/activity.ts';
import { batchRoutes } from './routes/batches.ts';
import { dashboardRoutes } from './routes/dashboard.ts';
import { eventRoutes } from './routes/events.ts';
import { failureRoutes } from './routes/failures.ts';
import { fileRoutes } from './routes/files.ts';
import { healthRoutes } from './routes/health.ts';
import { jobRoutes } from './routes/jobs.ts';
import { overviewRoutes } from './routes/overview.ts';
import { uploadRoutes } from './routes/upload.ts';
import type { UploadLimits } from './spool.ts';

export interface ServerTerms {
  /** Address to listen on. */
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Further host names by which the server may be called. */
  names: readonly string[];
  /** SHA-256 of the token, in hex. */
  token: string | undefined;
  limits: UploadLimits;
  /** Told of faults of the program itself. */
  fault: (error: Error) => void;
}

export interface HttpServer {
  /** As a person would type it. */
  url: string;
  close(): Promise<void>;
}

/** Starts the API. Errors: `http.address` when the address cannot be had, `http.token-required` when others could reach it without a token. */
export async function startServer(api: Api, terms: ServerTerms): Promise<HttpServer> {
  if (terms.token === undefined && !isLoopback(terms.host))
    throw new MillraceError('http.token-required', `${terms.host} can be reached from outside, and there is no token yet`);
  const hosts = new Set<string>();
  const server = await buildServer(api, terms, hosts);
  try {
    await server.listen({ host: terms.host, port: terms.port });
  } catch (error) {
    throw new MillraceError(
      'http.address',
      `${terms.host}:${terms.port} cannot be listened on: ${String((error as NodeJS.ErrnoException).code)}`,
      error,
    );
  }
  const port = (server.server.address() as { port: number }).port;
  for (const name of ['localhost', '127.0.0.1', '[::1]', bracketed(terms.host), ...terms.names])
    hosts.add(`${name.toLowerCase()}:${port}`).add(name.toLowerCase());
  return { url: `http://${bracketed(terms.host)}:${port}`, close: () => server.close() };
}

/** Requests of one address in ten seconds: far more than pages and programs need, and less than keeps the daemon from its work. */
const mostAsked = 10_000;

/** Limits hold before any route: headers within 10 s, a request within 5 min, 1,024 connections, 16 KB of headers. */
async function buildServer(api: Api, terms: ServerTerms, hosts: ReadonlySet<string>): Promise<FastifyInstance> {
  const server = fastify({
    forceCloseConnections: true,
    keepAliveTimeout: 5_000,
    requestTimeout: 300_000,
    bodyLimit: 1024 * 1024,
    http: { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    exposeHeadRoutes: false,
    logger: false,
  });
  server.server.maxConnections = 1_024;
  const admit = guard({ hosts, token: terms.token });
  const feed = new Feed(randomUUID().slice(0, 8));
  const metrics = metricsOf(
    api.ledger,
    api.plans.map(({ name }) => name),
  );
  const activity = new Activity(api.clock);
  const silence = api.events((event) => {
    activity.hear(event);
    feed.hear(event);
    metrics.hear(event);
  });
  server.addHook('onClose', () => silence());
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    admit({ method: request.method, path: request.url.split('?', 1)[0] ?? '', headers: request.headers });
  });
  server.setErrorHandler((error: FastifyError | Refusal, _request, reply) => answerError(error, reply, terms.fault));
  server.setNotFoundHandler((_request, reply) => answerError(new Refusal(404, 'route.unknown', 'Not found'), reply, terms.fault));
  await server.register(rateLimit, { max: mostAsked, timeWindow: 10_000 });
  await server.register(multipart);
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Millrace', version: api.version, description: 'Hands documents in, and tells what becomes of them.' },
    },
  });
  await server.register(async (routes) => {
    uploadRoutes(routes, api, terms.limits);
    batchRoutes(routes, api);
    jobRoutes(routes, api);
    fileRoutes(routes, api);
    overviewRoutes(routes, api);
    activityRoutes(routes, api, activity);
    failureRoutes(routes, api);
    eventRoutes(routes, feed);
    healthRoutes(routes, api, metrics);
    routes.get('/openapi.json', { schema: { hide: true } }, () => server.swagger());
    await dashboardRoutes(routes);
  });
  return server;
}

/** Says what the client can do about it, and nothing of the inside; what is the program's own fault is told to its log. */
function answerError(error: FastifyError | Refusal | MillraceError, reply: FastifyReply, fault: (error: Error) => void): FastifyReply {
  const known = refusalOf(error);
  if (known.statusCode >= 500) fault(error);
  if (known.retryAfter !== undefined) reply.header('retry-after', String(known.retryAfter));
  return reply.code(known.statusCode).send({ detail: known.message, code: known.code });
}

function refusalOf(error: FastifyError | Refusal | MillraceError): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof MillraceError) return error.code === 'job.unknown' ? new Refusal(404, error.code, 'There is no such page.') : refusalBy(error);
  const { statusCode = 500, code } = error;
  if (statusCode === 429) return new Refusal(429, 'rate.limited', 'Too many requests.', 10);
  if (statusCode >= 400 && statusCode < 500)
    return new Refusal(statusCode, 'request.invalid', error.validation === undefined ? 'The request is not understood.' : error.message);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Refusal(503, 'disk.full', errorKinds['disk.full'].help, 60);
  return new Refusal(500, 'internal.unexpected', 'A fault of the server; it is in its log.');
}

/** What passes is worth another try; what does not is the document's fault. */
function refusalBy({ code, class: kind }: MillraceError): Refusal {
  return kind === 'permanent' ? new Refusal(422, code, errorKinds[code].help) : new Refusal(503, code, errorKinds[code].help, 10);
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);
