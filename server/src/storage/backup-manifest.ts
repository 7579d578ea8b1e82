import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod/mini';

const TableContent = z.object({ rows: z.number(), hash: z.string() });

/** What a backup says about itself; restore believes nothing that it has not compared with this. */
const Manifest = z.object({
  format: z.literal(1),
  engine: z.enum(['sqlite', 'postgres']),
  version: z.string(),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  tables: z.record(z.string(), TableContent),
  file: z.string().check(z.regex(/^[\w.-]{1,64}$/)),
  sha256: z.string(),
  /** Whether the house key lies beside; without it channel passwords cannot be read. */
  key: z.boolean(),
});
export type Manifest = z.infer<typeof Manifest>;
export type TableContents = Record<string, z.infer<typeof TableContent>>;

/** A refusal that the operator can act on; said in one line. */
export class BackupError extends Error {}

const place = (folder: string) => join(folder, 'manifest.json');

export function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(place(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

export function readManifest(folder: string): Manifest {
  let text: string;
  try {
    text = readFileSync(place(folder), 'utf8');
  } catch {
    throw new BackupError(`${folder} is not a backup: it has no manifest.json.`);
  }
  const parsed = Manifest.safeParse(parseJson(text));
  if (!parsed.success) throw new BackupError(`${place(folder)} is damaged or of an unknown format.`);
  return parsed.data;
}

/** Names the tables whose content is not as the manifest says. */
export function differences(expected: TableContents, actual: TableContents): string[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...names].filter(
    (name) => expected[name]?.hash !== actual[name]?.hash || expected[name]?.rows !== actual[name]?.rows,
  );
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
