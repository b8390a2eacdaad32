import { projectFile } from '../startup/project-file.js';
import { bundleWorkflows } from '../temporal/bundle.js';

const length = await bundleWorkflows(projectFile('dist', 'workflow-bundle.js'));
console.log(`Récits réunis dans dist/workflow-bundle.js (${Math.round(length / 1024)} Kio).`);
