import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What tells one process from every other, as far as this system can tell. */
export interface ProcessMark {
  readonly pid: number;
  /** Where process numbers mean the same: this machine since its start, and this container. */
  readonly space: string;
  /** When the process started, in the system's own words; null where the system does not tell. */
  readonly started: string | null;
}

/** The mark of this process. */
export function thisProcess(): ProcessMark {
  return { pid: process.pid, space: processSpace(), started: startOf(process.pid) };
}

/**
 * Whether the process that left a mark still runs. `unknown` when its number means nothing here (another machine or
 * container), or when it may be another process with the same number by now.
 */
export function isAlive(mark: ProcessMark): 'alive' | 'gone' | 'unknown' {
  if (mark.space !== processSpace()) return 'unknown';
  if (!exists(mark.pid)) return 'gone';
  const started = startOf(mark.pid);
  if (mark.started === null || started === null) return mark.pid === process.pid ? 'alive' : 'unknown';
  return started === mark.started ? 'alive' : 'gone';
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function processSpace(): string {
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const namespace = attempt(() => readlinkSync('/proc/self/ns/pid'));
  return [hostname(), boot, namespace].filter((part) => part !== null).join(' ');
}

/** Field 22 of /proc/<pid>/stat, counted behind the name, which may hold spaces and brackets (proc(5)). */
function startOf(pid: number): string | null {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function attempt(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
