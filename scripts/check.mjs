import { runSteps } from './run-steps.mjs';

// The order matters once: without `wxt prepare` the import resolver finds nothing and the fences pass in silence.
const failed = runSteps([
  { name: 'prepare (generated types)', program: 'wxt', args: ['prepare'] },
  { name: 'format', program: 'oxfmt', args: ['--check'] },
  { name: 'lint', program: 'oxlint' },
  { name: 'types', program: 'tsc', args: ['--noEmit'] },
  {
    name: 'types of lib/domain without a browser',
    program: 'tsc',
    args: ['--noEmit', '-p', 'lib/domain/tsconfig.json'],
  },
  { name: 'unused files, exports and packages', program: 'knip' },
]);

console.log(failed.length === 0 ? '\ncheck: all steps passed' : `\ncheck: FAILED in ${failed.join('; ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
