import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const windows = process.platform === 'win32';
const { stdout, error } = spawnSync(windows ? 'npm.cmd' : 'npm', ['audit', '--omit=dev', '--json'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  encoding: 'utf8',
  shell: windows,
});

/** What the registry answered, or nothing where it does not answer. */
function answered() {
  try {
    return JSON.parse(stdout ?? '');
  } catch {
    return {};
  }
}

const { metadata, vulnerabilities, message, error: fault } = answered();
if (metadata !== undefined) {
  for (const { name, severity, range } of Object.values(vulnerabilities)) console.log(`${severity} : ${name} ${range}`);
  const { total } = metadata.vulnerabilities;
  console.log(`${total} dépendance(s) de production vulnérable(s).`);
  process.exitCode = total === 0 ? 0 : 1;
} else if (error !== undefined || fault?.summary) {
  console.error(`« npm audit » a échoué : ${error?.message ?? fault.summary}`);
  process.exitCode = 1;
} else {
  console.log(`Le registre ne répond pas à « npm audit » : rien n’est établi. ${message ?? ''}`.trim());
}
