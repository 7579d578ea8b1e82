import type { FastifyReply } from 'fastify';

const contentSecurity = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  // The socket of the same origin is included.
  "connect-src 'self'",
  "font-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const always = {
  'content-security-policy': contentSecurity,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-dns-prefetch-control': 'off',
};
// Only over https: on a plain http network the browser would lock itself out.
const overHttps = {
  ...always,
  'content-security-policy': `${contentSecurity}; upgrade-insecure-requests`,
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

/** Headers of every answer, errors included. Set before anything else can answer. */
export const setSafetyHeaders = (reply: FastifyReply, secure: boolean): FastifyReply =>
  reply.headers(secure ? overHttps : always);
