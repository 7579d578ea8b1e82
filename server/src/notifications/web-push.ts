import { createCipheriv, createECDH, createPrivateKey, hkdfSync, randomBytes, sign } from 'node:crypto';

/** What a browser gives for a subscription; keys in base64url. */
export interface Subscription {
  readonly endpoint: string;
  /** Its public key on P-256, uncompressed. */
  readonly p256dh: string;
  /** The secret that it shares with whoever may write to it. */
  readonly auth: string;
}
/** The key pair by which push services know the house (VAPID), in base64url. */
export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

const CURVE = 'prime256v1';
const RECORD_SIZE = 4096;
const LAST_RECORD = 2;
const TOKEN_SECONDS = 12 * 3600;

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));
const label = (text: string): Buffer => Buffer.from(`${text}\0`);

export function newPushKeys(): PushKeys {
  const pair = createECDH(CURVE);
  const publicKey = pair.generateKeys('base64url');
  return { publicKey, privateKey: pair.getPrivateKey('base64url') };
}

/** Encrypts for one browser, in one record (RFC 8291 with RFC 8188): the push service sees the length and nothing else. */
export function encryptFor(
  { p256dh, auth }: Pick<Subscription, 'p256dh' | 'auth'>,
  message: Buffer,
  random: { readonly salt?: Buffer; readonly privateKey?: Buffer } = {},
): Buffer {
  const receiver = bytes(p256dh);
  const pair = createECDH(CURVE);
  if (random.privateKey) pair.setPrivateKey(random.privateKey);
  else pair.generateKeys();
  const sender = pair.getPublicKey();
  const salt = random.salt ?? randomBytes(16);
  const info = Buffer.concat([label('WebPush: info'), receiver, sender]);
  const secret = derive(pair.computeSecret(receiver), bytes(auth), info, 32);
  const key = derive(secret, salt, label('Content-Encoding: aes128gcm'), 16);
  const nonce = derive(secret, salt, label('Content-Encoding: nonce'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const record = Buffer.concat([cipher.update(message), cipher.update(Buffer.from([LAST_RECORD])), cipher.final()]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(RECORD_SIZE);
  head.writeUInt8(sender.length, 4);
  return Buffer.concat([salt, head, sender, record, cipher.getAuthTag()]);
}

/** Says to a push service who is sending (RFC 8292). `contact`: mailto: or https:, should they want to complain. */
export function pushAuthorization(keys: PushKeys, endpoint: string, now: Date, contact: string | null): string {
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(now.getTime() / 1000) + TOKEN_SECONDS,
    ...(contact === null ? {} : { sub: contact }),
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`;
  const key = createPrivateKey({ key: jwkOf(keys), format: 'jwk' });
  const signature = sign('sha256', Buffer.from(token), { key, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${token}.${signature.toString('base64url')}, k=${keys.publicKey}`;
}

function jwkOf({ publicKey, privateKey }: PushKeys) {
  // 4, then x and y with 32 bytes each.
  const point = bytes(publicKey);
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  return { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d: privateKey };
}

/** Can this be encrypted for? A key that is no point of the curve would only fail when something is to be told. */
export function isSubscription({ p256dh, auth }: Pick<Subscription, 'p256dh' | 'auth'>): boolean {
  try {
    encryptFor({ p256dh, auth }, Buffer.from(''));
    return bytes(auth).length === 16;
  } catch {
    return false;
  }
}
