import { writeFileSync } from 'node:fs';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { projectFile } from '../reglement/project-file.js';
import { COMPILED_WORKFLOWS } from '../temporal/worker.js';

const file = projectFile('dist', 'workflow-bundle.js');
const { code } = await bundleWorkflowCode({ workflowsPath: COMPILED_WORKFLOWS, logger: new DefaultLogger('WARN') });
writeFileSync(file, code);
console.log(`Récits réunis dans dist/workflow-bundle.js (${Math.round(code.length / 1024)} Kio).`);
