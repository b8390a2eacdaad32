import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transformSync } from '@swc/core';

const FOLDERS = ['src', 'workflows', 'activities', 'test/domain', 'test/story', 'test/builders'];
const SUITE = 'tools/mutation/suite.mjs';
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  isModule: true,
};

function compile(path) {
  const { code } = transformSync(readFileSync(path, 'utf8'), { ...swc, filename: path });
  const suite = relative(dirname(path), SUITE);
  writeFileSync(path.replace(/\.ts$/, '.js'), code.replace(/(['"])@jest\/globals\1/, `'${suite}'`));
}

/** Compiles the rules and their tests in Stryker's copy of the project, each beside its source; the tests find `suite.mjs` where Jest was. */
for (const folder of FOLDERS)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.ts')) compile(join(folder, name));

// The stages name their build by its compiled files, which are in `dist`.
cpSync('workflows', 'dist/workflows', { recursive: true });
