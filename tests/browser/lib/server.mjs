// A demonstration of its own: started in a folder of its own on a free port, stopped and cleared away at the end.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** How long the demonstration may take to be ready, in milliseconds. */
const PATIENCE = 60_000;

/** The program: named by XINXIESHANG, or where cargo puts it. */
function program() {
  const target = process.env.CARGO_TARGET_DIR ?? path.resolve(import.meta.dirname, "../../../target");
  return process.env.XINXIESHANG ?? path.join(target, "debug", "xinxieshang");
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts a demonstration. Gives its address, what it said, and how to stop it. */
export async function demo() {
  const folder = await mkdtemp(path.join(tmpdir(), "demo-"));
  const port = await freePort();
  const child = spawn(program(), ["demo", "--port", String(port), "--folder", folder], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    if (child.exitCode === null) child.kill("SIGINT");
    const slow = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await ended;
    clearTimeout(slow);
    await rm(folder, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  const ready = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready in time: ${said}`)), PATIENCE);
    const hear = (bytes) => {
      said += bytes;
      if (!said.includes("密码都是")) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  try {
    await ready;
  } catch (error) {
    child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return { address, host: `127.0.0.1:${port}`, said: () => said, stop };
}
