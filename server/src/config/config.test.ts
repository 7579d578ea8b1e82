import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('readConfig', () => {
  it('starts on loopback with SQLite when nothing is set', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      publicUrl: null,
      secure: false,
      trustProxy: [],
      metricsToken: null,
      logLevel: 'info',
      demo: false,
      role: 'all',
      undoSeconds: 10,
    });
    expect(config.keyFile).toBe(join(config.dataDir, 'house.key'));
  });

  it('treats an empty variable as left out', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', PUBLIC_URL: '' })).toMatchObject({
      port: 3000,
      databaseUrl: null,
    });
  });

  it('reads what is set', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '::1',
      STAMMGAST_DATA_DIR: '/srv/house',
      DATABASE_URL: 'postgres://house@db/house',
      PUBLIC_URL: 'https://inbox.example',
      TRUST_PROXY: '127.0.0.1, 10.0.0.0/8, ::1',
      STAMMGAST_DEMO: '1',
      STAMMGAST_UNDO_SECONDS: '30',
    });
    expect(config).toMatchObject({
      port: 0,
      dataDir: '/srv/house',
      keyFile: '/srv/house/house.key',
      secure: true,
      trustProxy: ['127.0.0.1', '10.0.0.0/8', '::1'],
      demo: true,
      undoSeconds: 30,
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000x'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'mysql://house@db/house'],
    ['PUBLIC_URL', 'inbox.example'],
    ['PUBLIC_URL', 'ftp://inbox.example'],
    ['PUBLIC_URL', 'https://inbox.example/path'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '*'],
    ['TRUST_PROXY', '10.0.0.0/99'],
    ['STAMMGAST_METRICS_TOKEN', 'short-secret'],
    ['LOG_LEVEL', 'loud'],
    ['STAMMGAST_DEMO', 'yes'],
    ['STAMMGAST_ROLE', 'both'],
    ['STAMMGAST_UNDO_SECONDS', '31'],
    ['STAMMGAST_UNDO_SECONDS', '1.5'],
  ])('refuses %s=%s in one line that names the variable', (name, value) => {
    const refusal = refused({ [name]: value });
    expect(refusal).toBeInstanceOf(ConfigError);
    expect(refusal?.message).toMatch(new RegExp(`^${name} must be [^\\n]+$`));
  });

  it('never repeats a value, which may be a secret', () => {
    expect(refused({ STAMMGAST_METRICS_TOKEN: 'short-secret' })?.message).not.toContain('short-secret');
    expect(refused({ DATABASE_URL: 'mysql://house:secret@db' })?.message).not.toContain('secret@');
  });
});

function refused(env: Record<string, string>): Error | undefined {
  try {
    readConfig(env);
  } catch (error) {
    return error as Error;
  }
  return undefined;
}
