// npm run audit:verify: reads the audit trail, also of a running house, and changes nothing.
import { existsSync } from 'node:fs';
import { readLog } from './audit/log-file.ts';
import { type Fault, type Verdict, verifyTrail } from './audit/verify.ts';
import { openVault } from './channels/vault.ts';
import { ConfigError, readConfig } from './config/config.ts';
import { AUDIT_MS } from './flows/tidy-up.ts';
import { openReader, sqliteFile } from './storage/open.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const told: Record<Fault, string> = {
  changed: 'it does not say any more what was written',
  missing: 'it was deleted',
  inserted: 'it was never written by the house',
  order: 'another entry stands in its place',
  forged: 'it does not carry the seal of the house: somebody else has written it',
  truncated: 'it is in the file outside of the database, but not in the database: the end was cut off',
  rewritten: 'the file outside of the database knows it otherwise: the chain was written anew',
  log: 'the file outside of the database was changed',
};

async function main(): Promise<number> {
  const config = readConfig(process.env);
  if (!config.databaseUrl && !existsSync(sqliteFile(config.dataDir)))
    throw new Error(`there is no house in ${config.dataDir}.`);
  const reader = await openReader(config);
  const outside = existsSync(config.auditLog);
  const lines = outside ? readLog(config.auditLog) : null;
  const sign = openVault(config.keyFile)?.sign ?? null;
  const verdict = await verifyTrail(reader, { lines, sign, keptFrom: new Date(Date.now() - AUDIT_MS) });
  const { checked, first, last, broken } = verdict;
  say(`${checked} entries checked.`);
  if (first && last) {
    say(`First: ${first.seq} ${first.hash}`);
    say(`Last:  ${last.seq} ${last.hash}`);
  }
  say(sealWords(verdict, config.keyFile));
  say(
    outside
      ? `${verdict.lines} lines of ${config.auditLog} compared.`
      : `There is no ${config.auditLog}: a trail that was cut off at its end cannot be told from a whole one.`,
  );
  if (verdict.unwritten > 0)
    say(
      `The newest ${verdict.unwritten} entries are not in it yet: were some cut off after them, nothing would tell. A house that runs writes them within a second.`,
    );
  say(broken ? `BROKEN at entry ${broken.seq}, ${broken.fault}: ${told[broken.fault]}.` : 'The trail is whole.');
  return broken ? 1 : 0;
}

function sealWords({ checked, sealed }: Verdict, keyFile: string): string {
  if (sealed === null)
    return `There is no ${keyFile}: an entry that somebody has added at the end cannot be told from one of the house.`;
  const others = checked - sealed;
  return others === 0
    ? `All of them carry the seal of ${keyFile}.`
    : `${sealed} of them carry the seal of ${keyFile}; the oldest ${others} have none or another key's, and are held by those after them.`;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`Stammgast: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof ConfigError ? 78 : 2);
  },
);
