import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './refusal.ts';

export interface GuardTerms {
  /** Names by which the server may be called, with the port where it is not the scheme's own. */
  hosts: ReadonlySet<string>;
  /** SHA-256 of the token, in hex; without one nobody is asked. */
  token: string | undefined;
}

interface Asked {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
}

/** Answered without a token: what a supervisor asks, and the files of the dashboard, which asks for the token itself. They say nothing about documents. */
const isOpen = (path: string): boolean => path === '/livez' || path === '/readyz' || path === '/' || path.startsWith('/assets/');

/**
 * Refuses what a page of somebody else's site could make a browser send to this address (DNS rebinding, cross-site requests), and who has no token.
 * Programs that are no browsers send neither Origin nor Sec-Fetch-Site, and pass.
 */
export function guard({ hosts, token }: GuardTerms): (asked: Asked) => void {
  return ({ method, path, headers }) => {
    const host = headers.host?.toLowerCase();
    if (host === undefined || !hosts.has(host)) throw new Refusal(421, 'host.unknown', 'This server does not answer to that host name.');
    if (!isSafe(method) && !isSameOrigin(headers, host)) throw new Refusal(403, 'origin.refused', 'Requests from other sites are refused.');
    if (token !== undefined && !isOpen(path) && !holdsToken(headers, token))
      throw new Refusal(401, 'token.required', 'Send the token as "Authorization: Bearer …".');
  };
}

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD';

function isSameOrigin(headers: IncomingHttpHeaders, host: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = headers;
  return origin === undefined || origin.toLowerCase() === `http://${host}` || origin.toLowerCase() === `https://${host}`;
}

/** Compared in constant time, as hashes of equal length. */
function holdsToken({ authorization = '' }: IncomingHttpHeaders, token: string): boolean {
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  return timingSafeEqual(createHash('sha256').update(given).digest(), Buffer.from(token, 'hex'));
}
