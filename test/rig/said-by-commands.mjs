/**
 * What the commands say, each run in turn in this one process, so that what they share is loaded once:
 * node said-by-commands.mjs <[script, option][] in JSON>
 */
const { exit, stdout, stderr } = process;
const write = stdout.write.bind(stdout);
const ENDED = Symbol('The end of a command');

/** Runs a command until it would end its process: with which code, what it said, and what it left at work. */
async function run(script, option, rank) {
  const said = { code: undefined, output: '', complained: '' };
  const atWork = process.getActiveResourcesInfo().length;
  stdout.write = words => void (said.output += words);
  stderr.write = words => void (said.complained += words);
  process.argv = [process.execPath, script, option];
  process.exit = code => {
    said.code ??= code;
    throw ENDED;
  };
  try {
    await import(`${script}?${rank}`);
  } catch (error) {
    if (error !== ENDED) said.complained += error.stack;
  }
  return { ...said, started: process.getActiveResourcesInfo().slice(atWork) };
}

const all = [];
for (const [rank, line] of JSON.parse(process.argv[2]).entries()) all.push(await run(...line, rank));
write(JSON.stringify(all), () => exit.call(process, 0));
