import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the line. */
  readonly raw: string;
  readonly user: string | null;
  readonly encrypted: boolean;
}
export interface TestMailServer {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  /** Cuts the connection once the whole mail has come, instead of an answer. */
  cutAfterData: boolean;
  close(): Promise<void>;
}

/** A real SMTP server on loopback: knows one user, and refuses everybody at nowhere.example. */
export async function openTestMailServer(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    disabledCommands: options.key === undefined ? ['STARTTLS'] : [],
    onAuth: ({ username, password }, _session, answer) =>
      username === 'hotel' && password === 'Zimmer-12-Schlüssel'
        ? answer(null, { user: username })
        : answer(new Error('Invalid username or password')),
    onRcptTo: ({ address }, _session, answer) =>
      address.endsWith('@nowhere.example')
        ? answer(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
        : answer(),
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
          user: session.user ?? null,
          encrypted: session.secure,
        });
        if (opened.cutAfterData) for (const connection of server.connections) connection.close();
        else answer();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const opened = {
    port: (server.server.address() as AddressInfo).port,
    received,
    cutAfterData: false,
    close: () => new Promise<void>((closed) => server.close(closed)),
  };
  return opened;
}
