import type { FastifyReply } from 'fastify';

/** `__Host-` makes browsers refuse the cookie from subdomains and over http, so nobody can plant one. */
const nameOf = (secure: boolean) => (secure ? '__Host-sid' : 'sid');

/** The session cookie's value, or null. A header with two of them is suspicious and counts as none. */
export function sessionCookie(header: string | undefined, secure: boolean): string | null {
  if (!header) return null;
  const prefix = `${nameOf(secure)}=`;
  const found = header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(prefix));
  const value = found.length === 1 ? found[0]?.slice(prefix.length) : undefined;
  return value && /^[\w-]{20,200}$/.test(value) ? value : null;
}

export function setSessionCookie(reply: FastifyReply, value: string, expiresAt: Date, secure: boolean): void {
  reply.header('set-cookie', `${nameOf(secure)}=${value}; Path=/; Expires=${expiresAt.toUTCString()}${flags(secure)}`);
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  reply.header('set-cookie', `${nameOf(secure)}=; Path=/; Max-Age=0${flags(secure)}`);
}

const flags = (secure: boolean) => `; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
