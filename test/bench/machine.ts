import { arch, cpus, platform, release, totalmem } from "node:os";

/** The machine in one line: processor, cores, memory, system, Node and the day. */
export function describeMachine(today: Date): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() || arch();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const system = `${platform()} ${release()}`;
  return `${model}, ${processors.length} × CPU, ${memory}, ${system}, Node ${process.versions.node}, ${today.toISOString().slice(0, 10)}`;
}
