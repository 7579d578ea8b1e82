import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { php } from './php.ts';

/** A prepared WordPress: code in `wordpress`, an installed database beside it, and who may write there. */
export type Site = { folder: string; user: string; appPassword: string; postId: number; postPath: string };

const builds = '@wp-playground/wordpress-builds@0.9.19';
const cache = join(import.meta.dirname, '../../.cache/wordpress');
const files = join(import.meta.dirname, 'files');
const noShell = process.platform !== 'win32';

/** Changes of our own files lead to a new site, so an old one never has to be brought up to date. */
const siteFolder = (): string => {
  const hash = createHash('sha256').update(builds);
  for (const name of readdirSync(files).sort()) hash.update(name).update(readFileSync(join(files, name)));
  hash.update(readFileSync(import.meta.filename));
  return join(cache, `site-${hash.digest('hex').slice(0, 16)}`);
};

/** The part of the 158 MB package that is used, fetched once through npm, which checks its integrity. */
const fetchBuilds = (say: (text: string) => void): string => {
  const folder = join(cache, builds.slice(builds.lastIndexOf('@') + 1));
  if (existsSync(folder)) return folder;
  say(`fetching ${builds} (158 MB, once) ...`);
  const work = join(cache, `fetch-${randomUUID()}`);
  mkdirSync(work, { recursive: true });
  execFileSync('npm', ['pack', builds, '--silent', '--pack-destination', work], {
    cwd: work,
    shell: !noShell,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const archive = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (!archive) throw new Error(`npm pack ${builds} left no archive`);
  execFileSync('tar', ['xzf', archive, 'package/src', 'package/public/wp-6.5'], { cwd: work });
  rmSync(join(work, archive));
  moveInto(join(work, 'package'), folder);
  rmSync(work, { recursive: true, force: true });
  return folder;
};

/** Another process may have been faster; its result is as good. */
const moveInto = (from: string, to: string): void => {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    rmSync(from, { recursive: true, force: true });
  }
};

const unpack = (archive: string, folder: string) =>
  execFileSync(php, [join(files, 'unpack.php'), archive, folder], { stdio: ['ignore', 'ignore', 'inherit'] });

const layOut = (source: string, folder: string): void => {
  const wordpress = join(folder, 'wordpress');
  const content = join(wordpress, 'wp-content');
  const plugin = join(content, 'plugins/sqlite-database-integration');
  mkdirSync(wordpress, { recursive: true });
  unpack(join(source, 'src/wordpress/wp-6.5.zip'), wordpress);
  cpSync(join(source, 'public/wp-6.5'), wordpress, { recursive: true });
  unpack(join(source, 'src/sqlite-database-integration/sqlite-database-integration.zip'), join(folder, 'plugin'));
  mkdirSync(join(content, 'plugins'), { recursive: true });
  renameSync(join(folder, 'plugin/sqlite-database-integration-main'), plugin);
  const driver = readFileSync(join(plugin, 'db.copy'), 'utf8')
    .replaceAll("'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'", "__DIR__ . '/plugins/sqlite-database-integration'")
    .replaceAll('{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php');
  writeFileSync(join(content, 'db.php'), driver);
  mkdirSync(join(content, 'mu-plugins'), { recursive: true });
  copyFileSync(join(files, 'journeys.php'), join(content, 'mu-plugins/journeys.php'));
  copyFileSync(join(files, 'wp-config.php'), join(wordpress, 'wp-config.php'));
};

const install = (folder: string): void => {
  const state = join(folder, 'state');
  rmSync(state, { recursive: true, force: true });
  mkdirSync(state);
  const answer = execFileSync(
    php,
    ['-d', 'memory_limit=256M', '-d', 'display_errors=stderr', join(files, 'install.php'), join(folder, 'wordpress')],
    {
      encoding: 'utf8',
      env: { ...process.env, BLOG_URL: 'http://127.0.0.1', BLOG_STATE: state },
    },
  );
  const start = answer.lastIndexOf('{"user"');
  if (start < 0) throw new Error(`the installation of WordPress answered: ${answer.slice(0, 500) || '(nothing)'}`);
  writeFileSync(join(folder, 'site.json'), answer.slice(start));
};

/** Prepares the WordPress all blogs are started from, once per version of these files; takes a few seconds the first time. */
export async function prepareSite(say: (text: string) => void): Promise<Site> {
  const folder = siteFolder();
  if (!existsSync(folder)) {
    const source = fetchBuilds(say);
    say('preparing a WordPress ...');
    const work = join(cache, `prepare-${randomUUID()}`);
    layOut(source, work);
    try {
      install(work);
    } catch {
      // WordPress on SQLite was seen to fail on its very first installation and to work on the second, from clean.
      install(work);
    }
    moveInto(work, folder);
  }
  const account = JSON.parse(readFileSync(join(folder, 'site.json'), 'utf8')) as Omit<Site, 'folder'>;
  return { folder, ...account };
}
