import path from "node:path";

/** A path with `/`, as globs, messages and JSON have it on every system. */
export function withSlashes(file: string): string {
  return path.sep === "\\" ? file.replaceAll("\\", "/") : file;
}

/** `file` relative to `folder` with `/`; undefined when it lies outside. Both absolute. */
export function insideOf(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file);
  if (relative === "" || relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) {
    return undefined;
  }
  return withSlashes(relative);
}

/** How a file is shown that the user did not name: relative to the current folder where it lies inside. */
export function shownPath(cwd: string, file: string): string {
  return insideOf(cwd, file) ?? withSlashes(file);
}
