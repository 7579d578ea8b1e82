import type { ProblemCode } from '@stammgast/shared/contract/problem';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string | null;
  readonly password: string | null;
}
interface Attachment {
  readonly filename: string;
  readonly content: string | Buffer;
  readonly contentType: string;
}
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly Attachment[];
}
export interface Envelope extends Mail {
  readonly from: { readonly name: string; readonly address: string };
  /** With the brackets. The same for the same mail, so that a receiver can see a repetition. */
  readonly messageId: string;
}

/** `code` is translated for people; `detail` is what the server said, in one line. */
export class MailError extends Error {
  readonly code: ProblemCode;
  readonly detail: string;
  constructor(code: ProblemCode, detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

/** Together well below the lease of a job. */
const limits = { dnsTimeout: 8000, connectionTimeout: 8000, greetingTimeout: 8000, socketTimeout: 20_000 };

/**
 * Hands one mail to the server that an administrator has set, wherever that is: also an own one in the same network.
 * Throws a MailError; `mail.unconfirmed` when the whole mail had been written and no answer came: it may arrive.
 */
export async function deliver(server: MailServer, mail: Envelope): Promise<void> {
  // Large, and most starts send nothing.
  const { createTransport } = await import('nodemailer');
  const { host, port, security, user, password } = server;
  let written = false;
  const silent = () => undefined;
  const noteEnd = (entry: { tnx?: string }) => {
    if (entry.tnx === 'message') written = true;
  };
  const transport = createTransport({
    ...limits,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    // Texts are ours; none of them may make the mailer read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: { level: silent, trace: silent, debug: silent, info: noteEnd, warn: silent, error: silent, fatal: silent },
  });
  try {
    await transport.sendMail({ ...mail, attachments: [...(mail.attachments ?? [])] });
  } catch (error) {
    throw mailError(error, written);
  } finally {
    transport.close();
  }
}

interface SmtpFailure {
  readonly code?: string;
  /** That of the system, when the mailer has put its own in the place. */
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message: string;
}

function mailError(error: unknown, written: boolean): MailError {
  const failure = error as SmtpFailure;
  const detail = (failure.response ?? failure.message).replaceAll(/\s+/g, ' ').slice(0, 200);
  return new MailError(codeOf(failure, written), detail);
}

const tlsCodes = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO$)/;

function codeOf({ code = '', originalCode = '', responseCode }: SmtpFailure, written: boolean): ProblemCode {
  if (code === 'EAUTH') return 'mail.wrong_credentials';
  if (code === 'ETLS' || tlsCodes.test(originalCode)) return 'mail.tls';
  // An answer is an answer: 4xx may be asked again, 5xx not.
  if (responseCode !== undefined) return responseCode >= 500 ? 'mail.refused' : 'mail.unreachable';
  if (written) return 'mail.unconfirmed';
  return code === 'EENVELOPE' ? 'mail.refused' : 'mail.unreachable';
}
