import type { Io } from './io.ts';
import { runCli } from './run.ts';

/** Runs the command of this process: its arguments, its streams, its signals, its exit code. */
export async function main(): Promise<void> {
  const ending = new AbortController();
  const end = () => {
    // Asked twice, we do not wait for anything any more.
    if (ending.signal.aborted) process.exit(130);
    ending.abort();
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // Whoever reads our output may stop early (`| head`); that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const io: Io = {
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    readInput: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString('utf8');
    },
    watched: process.stderr.isTTY === true,
    ending: ending.signal,
  };
  process.exitCode = await runCli(process.argv.slice(2), io);
}
