import { projectFile } from '../startup/project-file.js';
import { bundleWorkflows } from '../temporal/bundle.js';
import { commandLine } from './options.js';

commandLine({
  run: 'npm run bundle',
  does: 'Réunit les récits en un fichier, dist/workflow-bundle.js, pour JALON_WORKFLOW_BUNDLE.',
});

const length = await bundleWorkflows(projectFile('dist', 'workflow-bundle.js'));
console.log(`Récits réunis dans dist/workflow-bundle.js (${Math.round(length / 1024)} Kio).`);
