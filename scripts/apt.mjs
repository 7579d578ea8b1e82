// Installing Debian packages, where that is ours to do: as root on a machine with apt.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './runtime.mjs';

export const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, process.platform === 'win32' ? `${name}.exe` : name))
    .find((path) => existsSync(path));

const aptGet = (args) =>
  spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/** Installs the packages and returns true, or says why it may not and returns false. */
export const aptInstall = (packages) => {
  if (!onPath('apt-get')) return false;
  if (process.getuid?.() !== 0) {
    say(`not root, so not installing: apt-get install ${packages.join(' ')}`);
    return false;
  }
  say(`installing ${packages.join(' ')} ...`);
  // An update that fails (one dead mirror, no network) still leaves older lists that may be good enough.
  aptGet(['update']);
  return aptGet(['install', '-y', '--no-install-recommends', ...packages]);
};
