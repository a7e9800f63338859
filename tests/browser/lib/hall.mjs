// A hall with an open ballot on a draft and one in an election: the real router, store and box (web/pages/examples/hall.rs),
// without the rest of the program.

import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";

/** The program: named by HALL, or where cargo puts it. */
function program() {
  const target = process.env.CARGO_TARGET_DIR ?? path.resolve(import.meta.dirname, "../../../target");
  return process.env.HALL ?? path.join(target, "debug", "examples", "hall");
}

/** Opens a hall of so many. Gives what it tells of itself, how to close the ballots and how to stop. */
export async function hall(voters = 24) {
  const child = spawn(program(), [String(voters)], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = new Promise((_, reject) => child.once("error", reject));
  const next = async () => (await Promise.race([lines.next(), failed])).value;
  const told = JSON.parse(await next());
  const close = async () => {
    child.stdin.write("close\n");
    await next();
  };
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.stdin.end();
    await ended;
  };
  return { ...told, close, stop };
}
