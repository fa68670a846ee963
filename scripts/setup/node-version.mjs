/** The oldest Node the set-up runs on. It puts a current one into node_modules for everything else. */
const OLDEST = 20;

/** True on a Node the set-up runs on; otherwise says what to do and ends the program with 1. */
export function nodeIsNewEnough() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= OLDEST) return true;
  console.error(
    `\nPostlude needs Node ${OLDEST} or newer; this is Node ${process.versions.node} (${process.execPath}).\n` +
      'Install a current one from https://nodejs.org and run the same command again.\n',
  );
  process.exit(1);
}
