import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { projectFolder } from './places.ts';

/** What the operator decides; see docs for each variable. Made once at the start and never changed. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. Database, house key and backups live here. */
  readonly dataDir: string;
  /** PostgreSQL; null means SQLite in the data folder. */
  readonly databaseUrl: string | null;
  /** Where browsers reach the house; null when only the address of the server itself is known. */
  readonly publicUrl: URL | null;
  /** Browsers come over https: Secure cookies and HSTS. */
  readonly secure: boolean;
  /** Addresses or networks whose X-Forwarded-* headers are believed. */
  readonly trustProxy: readonly string[];
  readonly keyFile: string;
  /** The audit trail outside of the database; only ever appended to. */
  readonly auditLog: string;
  readonly metricsToken: string | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly demo: boolean;
  readonly role: 'all' | 'web' | 'worker';
  readonly undoSeconds: number;
}

/** Names the variable that is wrong; the process should end with code 78 (EX_CONFIG). */
export class ConfigError extends Error {}

const wholeNumber = (from: number, to: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,9}$/)),
    z.pipe(z.transform(Number), z.number().check(z.minimum(from), z.maximum(to))),
  );
const webAddress = z.pipe(
  z.url({ protocol: /^https?$/ }),
  z.pipe(
    z.transform((value: string) => new URL(value)),
    z.custom<URL>((value) => value instanceof URL && value.pathname === '/' && !value.search && !value.username),
  ),
);
const networks = z.pipe(
  z.string(),
  z.pipe(
    z.transform((value: string) => value.split(',').map((part) => part.trim())),
    z.array(z.string().check(z.refine(isNetwork))),
  ),
);
const fileText = z.string().check(z.minLength(1), z.maxLength(4096));

/** One row per variable: how it is read, what holds without it, and what to say when it is wrong. */
const variables = {
  PORT: { read: wholeNumber(0, 65_535), otherwise: '3000', rule: 'a port from 0 to 65535' },
  HOST: { read: fileText, otherwise: '127.0.0.1', rule: 'an address to listen on' },
  STAMMGAST_DATA_DIR: { read: fileText, otherwise: join(projectFolder, 'data'), rule: 'a folder' },
  DATABASE_URL: {
    read: z.nullable(z.url({ protocol: /^postgres(ql)?$/ })),
    otherwise: null,
    rule: 'a postgres:// address; leave it out for SQLite in the data folder',
  },
  PUBLIC_URL: { read: z.nullable(webAddress), otherwise: null, rule: 'http(s)://name[:port] without a path' },
  TRUST_PROXY: {
    read: z.nullable(networks),
    otherwise: null,
    rule: 'a comma-separated list of addresses or networks such as 127.0.0.1,10.0.0.0/8',
  },
  STAMMGAST_KEY_FILE: { read: z.nullable(fileText), otherwise: null, rule: 'a file' },
  STAMMGAST_AUDIT_LOG: { read: z.nullable(fileText), otherwise: null, rule: 'a file' },
  STAMMGAST_METRICS_TOKEN: {
    read: z.nullable(z.string().check(z.minLength(16), z.maxLength(256))),
    otherwise: null,
    rule: '16 to 256 characters',
  },
  LOG_LEVEL: {
    read: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    otherwise: 'info',
    rule: 'fatal, error, warn, info, debug, trace or silent',
  },
  STAMMGAST_DEMO: { read: z.enum(['0', '1']), otherwise: '0', rule: '1 or 0' },
  STAMMGAST_ROLE: { read: z.enum(['all', 'web', 'worker']), otherwise: 'all', rule: 'all, web or worker' },
  STAMMGAST_UNDO_SECONDS: { read: wholeNumber(0, 30), otherwise: '10', rule: 'whole seconds from 0 to 30' },
} as const;
type Variables = typeof variables;

/** Reads the environment. Throws a ConfigError with one line; never repeats a value, which may be a secret. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = <Name extends keyof Variables>(name: Name): z.output<Variables[Name]['read']> => {
    const { read: schema, otherwise, rule } = variables[name];
    const given = env[name]?.trim();
    const parsed = schema.safeParse(given ? given : otherwise);
    if (!parsed.success) throw new ConfigError(`${name} must be ${rule}.`);
    return parsed.data as z.output<Variables[Name]['read']>;
  };
  const dataDir = resolve(read('STAMMGAST_DATA_DIR'));
  const publicUrl = read('PUBLIC_URL');
  return {
    port: read('PORT'),
    host: read('HOST'),
    dataDir,
    databaseUrl: read('DATABASE_URL'),
    publicUrl,
    secure: publicUrl?.protocol === 'https:',
    trustProxy: read('TRUST_PROXY') ?? [],
    keyFile: resolve(read('STAMMGAST_KEY_FILE') ?? join(dataDir, 'house.key')),
    auditLog: resolve(read('STAMMGAST_AUDIT_LOG') ?? join(dataDir, 'audit.log')),
    metricsToken: read('STAMMGAST_METRICS_TOKEN'),
    logLevel: read('LOG_LEVEL'),
    demo: read('STAMMGAST_DEMO') === '1',
    role: read('STAMMGAST_ROLE'),
    undoSeconds: read('STAMMGAST_UNDO_SECONDS'),
  };
}

function isNetwork(value: string): boolean {
  const [address = '', bits, more] = value.split('/');
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
