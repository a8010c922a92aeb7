import { stat } from "node:fs/promises";

/** Whether `file` (absolute) is a folder; false also for what is not there, which reading it will say. */
export async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isDirectory();
  } catch {
    return false;
  }
}
