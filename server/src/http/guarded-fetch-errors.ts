import { ChannelError } from './outgoing.ts';

/** Failures before the first byte of the request was sent: nothing can have happened on the other side. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** The certificate was refused during the handshake. */
const certificate = /^(ERR_TLS_CERT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;
const tls = /^(ERR_TLS|ERR_SSL|EPROTO$)/;

/** Anything that went wrong on the way as a ChannelError; the detail names the host and the technical code only. */
export function outgoingError(error: unknown, host: string): ChannelError {
  if (error instanceof ChannelError) return error;
  const code = codeOf(error);
  if (code === 'TimeoutError' || code === 'AbortError') {
    return new ChannelError('channel.timeout', `${host} did not answer in time`);
  }
  if (code === 'UND_ERR_CONNECT_TIMEOUT') {
    return new ChannelError('channel.timeout', `${host} did not accept the connection in time`, { unsent: true });
  }
  const refused = certificate.test(code);
  if (refused || tls.test(code)) return new ChannelError('channel.tls', `${host}: ${code}`, { unsent: refused });
  return new ChannelError('channel.unreachable', `${host}: ${code}`, { unsent: beforeSending.has(code) });
}

/** With several addresses Node reports one error per address; the first tells enough. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : error.name;
}
