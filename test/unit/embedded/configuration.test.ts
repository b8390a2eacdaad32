import { describe, expect, it } from '@jest/globals';
import { configuration, ConfigurationError } from '../../../src/startup/configuration.js';
import { DEMO_LOGIN } from '../../../src/startup/login.js';
import { projectFile } from '../../../src/startup/project-file.js';

const SERVERS = { DATABASE_URL: 'postgres://jalon_app@127.0.0.1:5432/jalon', TEMPORAL_ADDRESS: '127.0.0.1:7233' };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    configuration(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

const PRODUCTION = {
  ...SERVERS,
  ...{ JALON_ENV: 'production', JALON_ISSUER: 'https://connexion.example', JALON_SMTP_URL: 'smtp://relais.example' },
  ...{ JALON_MAIL_FROM: 'Jalon <jalon@region.example>', JALON_PUBLIC_URL: 'https://jalon.example' },
  ...{ JALON_OIDC_CLIENT: 'jalon', JALON_OIDC_SECRET: 'un-secret-fictif-de-quarante-caracteres-' },
  ...{ JALON_DOCUMENTS: '/documents', JALON_CLAMAV: '127.0.0.1:3310' },
};

describe('The configuration of production', () => {
  it.each([
    ['JALON_ISSUER', 'http://connexion.example'],
    ['JALON_ISSUER', 'HTTP://127.0.0.1:3001'],
    ['JALON_PUBLIC_URL', 'http://jalon.example'],
    ['JALON_PUBLIC_URL', 'http://localhost:3000'],
    ['JALON_MAIL_FROM', 'Jalon <jalon@localhost>'],
    ['JALON_BOUNCE_SECRET', 'a'],
    ['JALON_BOUNCE_SECRET', 'a'.repeat(40)],
  ])('refuses %s=%s in one sentence', (name, value) => {
    expect(problemsOf({ ...PRODUCTION, [name]: value })).toEqual([expect.stringMatching(`^${name} .*en production`)]);
  });

  it.each(['junk', 'Jalon', 'A <a@y.example>, B <b@z.example>'])(
    'refuses JALON_MAIL_FROM=%s as everywhere, in one sentence',
    sender => {
      expect(problemsOf({ ...PRODUCTION, JALON_MAIL_FROM: sender })).toEqual([
        expect.stringMatching(/^JALON_MAIL_FROM .* une seule adresse est attendue/),
      ]);
    },
  );

  it.each([
    ['JALON_MAIL_FROM', 'jalon@region.example'],
    ['JALON_MAIL_FROM', '"Jalon, Région Bretagne" <ne-pas-repondre@ess.region.example>'],
    ['JALON_BOUNCE_SECRET', 'qTz0vWb3n8Yk1sLd5Rf7Hj2Mx9Pc4Ga6'],
  ])('takes %s=%s', (name, value) => {
    expect(problemsOf({ ...PRODUCTION, [name]: value })).toEqual([]);
  });

  it('keeps what is for operators off the port of all, and lets fewer requests in', () => {
    expect(configuration({ ...PRODUCTION, JALON_OPERATIONS_PORT: '9464' }).door).toEqual({
      ...{ requestsPerMinute: 600, trustedProxies: 0, operationsApart: true, operationsPort: 9464 },
    });
  });
});

describe('The proxies that a house trusts', () => {
  it.each([
    ['2', 2],
    ['loopback', ['loopback']],
    ['10.0.0.0/8, 2001:db8::/32,192.0.2.7', ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7']],
  ])('may be %s', (value, trusted) => {
    expect(configuration({ ...SERVERS, JALON_TRUSTED_PROXIES: value }).door.trustedProxies).toEqual(trusted);
  });

  it.each(['true', '0', '*', '0.0.0.0/0', '10.0.0.0/33', 'proxy.example', '10.0.0.1,'])('are not %s', value => {
    expect(problemsOf({ ...SERVERS, JALON_TRUSTED_PROXIES: value })).toEqual([
      expect.stringMatching(/^JALON_TRUSTED_PROXIES contient/),
    ]);
  });
});

describe('The configuration of a process', () => {
  it('needs no more than a database and a Temporal server', () => {
    expect(configuration(SERVERS)).toEqual({
      login: DEMO_LOGIN,
      databaseUrl: SERVERS.DATABASE_URL,
      ownerDatabaseUrl: SERVERS.DATABASE_URL,
      temporal: { address: '127.0.0.1:7233', namespace: 'default', taskQueue: 'jalon' },
      host: '127.0.0.1',
      port: 3000,
      issuer: 'http://127.0.0.1:3001',
      audience: 'jalon',
      clock: 'running',
      clockOffsetSeconds: 0,
      spreadSeconds: 1800,
      production: false,
      workflowBundle: undefined,
      mail: {
        smtpUrl: undefined,
        from: 'Jalon <jalon@jalon.example>',
        perSecond: null,
        publicUrl: 'http://127.0.0.1:3000',
        mailbox: undefined,
        bounceSecret: undefined,
      },
      door: { requestsPerMinute: 6000, trustedProxies: 0, operationsApart: false, operationsPort: undefined },
      documents: { folder: projectFile('.jalon', 'documents'), antivirus: undefined },
      workerMetricsPort: undefined,
    });
  });

  it('names every problem at once', () => {
    const problems = problemsOf({ JALON_PORT: '99999', JALON_CLOCK: 'arrêtée', JALON_CLOCK_OFFSET: '1.5' });
    expect(problems.map(problem => problem.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'JALON_CLOCK',
      'JALON_PORT',
      'TEMPORAL_ADDRESS',
      'JALON_CLOCK_OFFSET',
    ]);
  });

  it.each([
    'Jalon',
    'junk',
    'Jalon <jalon>',
    'A <a@y.example>, B <b@z.example>',
    'a@y.example, b@z.example',
    '<a@b',
    'a@b@c',
  ])('refuses « %s » as the sender of its mails: one address is', from => {
    expect(problemsOf({ ...SERVERS, JALON_MAIL_FROM: from })).toEqual([
      expect.stringMatching(/^JALON_MAIL_FROM .* une seule adresse est attendue/),
    ]);
  });

  it.each([
    'jalon@region.example',
    '<jalon@region.example>',
    'Jalon – ESS <jalon@relais>',
    '"Région, ESS" <a.b+c@région.example>',
  ])('takes « %s » as the sender of its mails', from => {
    expect(configuration({ ...SERVERS, JALON_MAIL_FROM: from }).mail.from).toBe(from);
  });

  it('refuses in production to step the clock, and to do without a real identity provider', () => {
    const names = problemsOf({ ...SERVERS, JALON_ENV: 'production', JALON_CLOCK: 'stepping' });
    expect(names.map(problem => problem.split(' ')[0])).toEqual([
      'JALON_DOCUMENTS',
      'JALON_CLAMAV',
      'JALON_CLOCK=stepping',
      'JALON_ISSUER',
      'JALON_OIDC_CLIENT',
      'JALON_SMTP_URL',
      'JALON_MAIL_FROM',
      'JALON_PUBLIC_URL',
    ]);
  });

  it('listens beyond this machine in production, and in the demonstration in containers', () => {
    const production = {
      ...{ JALON_ENV: 'production', JALON_ISSUER: 'https://connexion.example' },
      ...{ JALON_SMTP_URL: 'smtp://relais.example', JALON_MAIL_FROM: 'Jalon <jalon@region.example>' },
      JALON_PUBLIC_URL: 'https://jalon.example',
      ...{ JALON_OIDC_CLIENT: 'jalon', JALON_OIDC_SECRET: 'un-secret-fictif-de-quarante-caracteres-' },
      ...{ JALON_DOCUMENTS: '/documents', JALON_CLAMAV: '127.0.0.1:3310' },
    };
    expect(configuration({ ...SERVERS, ...production, JALON_HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
    expect(problemsOf({ ...SERVERS, JALON_HOST: '0.0.0.0' })).toEqual([
      "JALON_HOST=0.0.0.0 demande JALON_ENV=production, ou demo dans un conteneur : le développement ne s'ouvre pas au réseau.",
    ]);
    const demo = configuration({ ...SERVERS, JALON_ENV: 'demo', JALON_HOST: '0.0.0.0', JALON_CLOCK: 'stepping' });
    expect(demo).toMatchObject({ host: '0.0.0.0', production: false, clock: 'stepping' });
  });

  it.each([
    ['aucun', undefined],
    ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
    ['clamav.interne:3310', { host: 'clamav.interne', port: 3310 }],
  ])('takes JALON_CLAMAV=%s', (said, antivirus) => {
    expect(configuration({ ...SERVERS, JALON_CLAMAV: said }).documents.antivirus).toEqual(antivirus);
  });

  it.each(['oui', '3310', 'clamav:0', 'clamav:70000', 'clamav'])('refuses JALON_CLAMAV=%s', said => {
    expect(problemsOf({ ...SERVERS, JALON_CLAMAV: said })).toEqual([expect.stringMatching(/^JALON_CLAMAV vaut/)]);
  });

  it('takes the file of the workflows bundled beforehand', () => {
    expect(configuration({ ...SERVERS, JALON_WORKFLOW_BUNDLE: 'dist/workflow-bundle.js' }).workflowBundle).toBe(
      'dist/workflow-bundle.js',
    );
  });

  it('does not repeat the password of an address it refuses', () => {
    const [problem] = problemsOf({ ...SERVERS, DATABASE_URL: 'mysql://app:chut@127.0.0.1/jalon' });
    expect(problem).toContain('DATABASE_URL');
    expect(problem).not.toContain('chut');
  });

  it('reads how mails leave, and never repeats the password of their server', () => {
    const mail = { JALON_SMTP_URL: 'smtps://jalon:chut@relais.example:465', JALON_MAIL_RATE: '20' };
    expect(configuration({ ...SERVERS, ...mail, JALON_PUBLIC_URL: 'https://jalon.example/' }).mail).toMatchObject({
      smtpUrl: mail.JALON_SMTP_URL,
      perSecond: 20,
      publicUrl: 'https://jalon.example',
    });
    const problems = problemsOf({
      ...SERVERS,
      JALON_SMTP_URL: 'http://jalon:chut@relais.example',
      JALON_MAIL_RATE: '0',
    });
    expect(problems.map(problem => problem.split(' ')[0])).toEqual(['JALON_SMTP_URL', 'JALON_MAIL_RATE']);
    expect(problems.join()).not.toContain('chut');
  });

  it.each([
    ['smtp://jalon:chut@relais.example?tls=require', 'seul ?tls=required ou ?tls=none'],
    ['smtp://relais.example?TLS=required', 'seul ?tls=required ou ?tls=none'],
    ['smtp://jalon:chut@relais.example?tls=none', 'mot de passe en clair'],
  ])('gives encryption up for no slip of the pen: %s', (url, sentence) => {
    const problems = problemsOf({ ...SERVERS, JALON_SMTP_URL: url });
    expect(problems).toEqual([expect.stringContaining(sentence)]);
    expect(problems.join()).not.toContain('chut');
  });

  it.each([
    'smtp://relais.example',
    'smtp://relais.example?tls=none',
    'smtp://jalon:chut@relais.example?tls=required',
    'smtp://jalon:chut@127.0.0.1:1025?tls=none',
  ])('takes %s as it is', url => {
    expect(configuration({ ...SERVERS, JALON_SMTP_URL: url }).mail.smtpUrl).toBe(url);
  });

  it('opens no mailbox to all in production', () => {
    const problems = problemsOf({ ...SERVERS, JALON_ENV: 'production', JALON_MAILBOX: 'mails' });
    expect(problems).toContainEqual(expect.stringContaining('JALON_MAILBOX est interdit'));
  });

  it('knows how people log in: the embedded provider, or a client of its own with its secret', () => {
    expect(configuration(SERVERS).login).toBe(DEMO_LOGIN);
    const own = { ...SERVERS, JALON_ISSUER: 'https://connexion.example', JALON_OIDC_CLIENT: 'jalon' };
    expect(configuration({ ...own, JALON_OIDC_SECRET: 'x', JALON_OIDC_USERINFO_ALG: 'ES256' }).login).toEqual({
      ...{ clientId: 'jalon', clientSecret: 'x', scope: 'openid given_name usual_name' },
      ...{ userinfoAlgorithm: 'ES256', strength: undefined },
    });
    expect(problemsOf(own)).toEqual([expect.stringMatching('^JALON_OIDC_SECRET manque')]);
    expect(problemsOf({ ...own, JALON_OIDC_SECRET: 'x', JALON_OIDC_USERINFO_ALG: 'none' })).toEqual([
      expect.stringMatching('^JALON_OIDC_USERINFO_ALG vaut « none »'),
    ]);
    expect(problemsOf({ ...SERVERS, JALON_OIDC_CLIENT: 'jalon', JALON_OIDC_SECRET: 'x' })).toEqual([
      expect.stringMatching('^JALON_OIDC_CLIENT sans JALON_ISSUER'),
    ]);
    for (const name of ['JALON_OIDC_SECRET', 'JALON_OIDC_SCOPE', 'JALON_OIDC_USERINFO_ALG', 'JALON_OIDC_ACR'])
      expect(problemsOf({ ...SERVERS, [name]: 'x' })).toEqual([
        expect.stringMatching(`^${name} sans JALON_OIDC_CLIENT`),
      ]);
    expect(configuration({ ...SERVERS, JALON_ISSUER: 'http://oidc:3001' }).login).toBe(DEMO_LOGIN);
  });

  it('follows the port of the identity provider and takes another issuer as it is', () => {
    expect(configuration({ ...SERVERS, JALON_OIDC_PORT: '4001' }).issuer).toBe('http://127.0.0.1:4001');
    for (const issuer of ['https://connexion.example/', 'https://connexion.example'])
      expect(configuration({ ...SERVERS, JALON_ISSUER: issuer }).issuer).toBe(issuer);
  });
});
