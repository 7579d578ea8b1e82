import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = 201 | 404 | 410 | 429 | 500 | 'never';
interface Pushed {
  /** The address of the browser. */
  readonly endpoint: string;
  /** What the browser reads. */
  readonly message: Record<string, unknown>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly claims: Record<string, unknown>;
}
export interface TestPushService {
  /** A new browser that has subscribed. */
  subscribe(): { readonly endpoint: string; readonly p256dh: string; readonly auth: string };
  readonly pushed: readonly Pushed[];
  answer: Answer;
  close(): Promise<void>;
}

interface Browser {
  readonly pair: ReturnType<typeof createECDH>;
  readonly auth: Buffer;
}

const label = (text: string) => Buffer.from(`${text}\0`);
const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));

/** A push service on loopback together with its browsers: it checks who sends, they decrypt what they get. */
export async function openTestPushService(): Promise<TestPushService> {
  const browsers = new Map<string, Browser>();
  const pushed: Pushed[] = [];
  const take = (browser: Browser, authorization: string, body: Buffer) => {
    const claims = claimsOf(authorization);
    return { claims, message: JSON.parse(decrypt(browser.pair, browser.auth, body).toString()) };
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const browser = browsers.get(request.url ?? '');
    if (service.answer === 'never') return;
    if (browser && service.answer === 201) {
      const taken = take(browser, request.headers.authorization ?? '', Buffer.concat(chunks));
      pushed.push({ ...taken, endpoint: `${origin}${request.url}`, headers: request.headers });
    }
    // Heeded with 429 only.
    response.writeHead(browser ? service.answer : 404, { 'retry-after': '120' }).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service: TestPushService = {
    pushed,
    answer: 201,
    subscribe: () => {
      const [pair, auth, path] = [createECDH('prime256v1'), randomBytes(16), `/push/${randomBytes(8).toString('hex')}`];
      const p256dh = pair.generateKeys('base64url');
      browsers.set(path, { pair, auth });
      return { endpoint: `${origin}${path}`, p256dh, auth: auth.toString('base64url') };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return service;
}

/** As RFC 8291 describes the receiver. */
function decrypt(pair: ReturnType<typeof createECDH>, auth: Buffer, body: Buffer): Buffer {
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 21 + body.readUInt8(20));
  const record = body.subarray(21 + sender.length);
  const info = Buffer.concat([label('WebPush: info'), pair.getPublicKey(), sender]);
  const secret = derive(pair.computeSecret(sender), auth, info, 32);
  const key = derive(secret, salt, label('Content-Encoding: aes128gcm'), 16);
  const decipher = createDecipheriv('aes-128-gcm', key, derive(secret, salt, label('Content-Encoding: nonce'), 12));
  decipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2));
}

/** Throws when the signature does not fit the key that came along. */
function claimsOf(authorization: string): Record<string, unknown> {
  const [, head = '', claims = '', signature = '', key = ''] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    ...{ kty: 'EC', crv: 'P-256' },
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  const signed = Buffer.from(`${head}.${claims}`);
  if (!verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')))
    throw new Error('the signature is wrong');
  return JSON.parse(Buffer.from(claims, 'base64url').toString());
}
