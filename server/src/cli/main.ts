import { type Options, readOptions, UsageError } from './options';
import { USAGE } from './usage';
import { VERSION } from './version';

/** Exit status: nothing wrong, problems found, could not run. */
export const STATUS = { clean: 0, problems: 1, failed: 2 } as const;

/** Runs a subcommand and gives its exit status; output goes to standard output, complaints to standard error. */
type Command = (options: Options) => Promise<number>;

/** Each loads what it needs: a language server has no use for the other commands. */
const COMMANDS: Readonly<Record<string, Command>> = {
  check: async (options) => (await import('./check.js')).check(options),
  show: async (options) => (await import('./show.js')).show(options),
  explain: async (options) => (await import('./explain.js')).explain(options),
  relay: async (options) => (await import('./relay.js')).relay(options),
  serve: async () => {
    const { serve } = await import('../nodeServer.js');
    serve(VERSION);
    return RUNNING;
  },
};

/** The command goes on: do not end the process. */
const RUNNING = -1;

async function main(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args, process.env);
    const usage = USAGE[options.locale];
    if (options.help) return print(usage.help);
    if (args.includes('--version')) return print(VERSION);
    const command = COMMANDS[options.command];
    if (command) return await command(options);
    throw new UsageError(options.command === '' ? usage.noCommand : usage.badCommand(options.command));
  } catch (error) {
    process.stderr.write(`postfix-config: ${error instanceof UsageError ? error.message : (error as Error).stack}\n`);
    return STATUS.failed;
  }
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return STATUS.clean;
}

// A reader such as `head` may close the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void main(process.argv.slice(2)).then((status) => {
  if (status !== RUNNING) process.exitCode = status;
});
