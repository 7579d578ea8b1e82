import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

const VERSION = 'v1';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals secrets for the database; the texts name their key, so that a later key can live beside an older one. */
export interface SecretVault {
  seal(plain: string, place: string): string;
  /** Throws when the text was changed, moved to another place, or sealed with another key. */
  open(sealed: string, place: string): string;
  /**
   * The same for the same text, and tells nothing of it to who has the database alone. Never with an older key's: what
   * was marked before a new key is not recognised after it.
   */
  mark(text: string): string;
  /**
   * Shows that the house has written this, to who has the key; names the key. Apart from marks: those anybody can have
   * made, by writing to the house.
   */
  sign(text: string): string;
}

/** The vault of the house. Makes the key file on the first start; whoever has it and the database can read secrets. */
export function createVault(keyFile: string): SecretVault {
  return vaultWith(readKey(keyFile) ?? makeKey(keyFile));
}

/** The vault of a house that has its key already; null where there is none. */
export function openVault(keyFile: string): SecretVault | null {
  const key = readKey(keyFile);
  return key && vaultWith(key);
}

/** AES-256-GCM with a random nonce; `place` is authenticated with it, so a text is worth nothing in another row. */
export function vaultWith(key: Buffer): SecretVault {
  const keyId = createHash('sha256').update(key).digest('hex').slice(0, 8);
  const hmacFor = (purpose: string) => {
    const derived = Buffer.from(hkdfSync('sha256', key, '', purpose, KEY_BYTES));
    return (text: string) => createHmac('sha256', derived).update(text).digest('base64url');
  };
  const [marked, signed] = [hmacFor('stammgast marks'), hmacFor('stammgast signatures')];
  return {
    mark: (text) => `hmac:${marked(text)}`,
    sign: (text) => `${keyId}:${signed(text)}`,
    seal(plain, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(place));
      const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${VERSION}:${keyId}:${sealed.toString('base64url')}`;
    },
    open(text, place) {
      const [version, id, content = ''] = text.split(':');
      if (version !== VERSION) throw new Error('a secret is sealed in an unknown way');
      if (id !== keyId) throw new Error('a secret was sealed with another house key');
      const sealed = Buffer.from(content, 'base64url');
      if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new Error('a sealed secret is incomplete');
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const plain = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([plain, decipher.final()]).toString('utf8');
    },
  };
}

function readKey(file: string): Buffer | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const key = Buffer.from(text.trim(), 'base64url');
  if (key.length !== KEY_BYTES) throw new Error(`${file} holds no house key`);
  return key;
}

function makeKey(file: string): Buffer {
  const key = randomBytes(KEY_BYTES);
  let handle: number;
  try {
    handle = openSync(file, 'wx', 0o600);
  } catch (error) {
    const other = (error as NodeJS.ErrnoException).code === 'EEXIST' ? readKey(file) : null;
    if (other) return other;
    throw error;
  }
  try {
    writeSync(handle, `${key.toString('base64url')}\n`);
    // A key that is lost with the power would take the secrets sealed with it along.
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return key;
}
