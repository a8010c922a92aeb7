const reasons: Readonly<Record<string, string>> = {
  EACCES: "没有权限 permission denied",
  EPERM: "不允许 not permitted",
  ENOENT: "不存在 not found",
  ENOTDIR: "路径中有一段不是文件夹 a part of the path is no folder",
  EISDIR: "是文件夹 it is a folder",
  ELOOP: "符号链接成环 a loop of symbolic links",
  ENAMETOOLONG: "名称太长 the name is too long",
  ENOSPC: "磁盘已满 the disk is full",
  EROFS: "只读文件系统 read-only file system",
};

/** Says in a few words why the system refused; the code of an error we have no words for, else its message. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (typeof code === "string") return reasons[code] ?? code;
  return error instanceof Error ? error.message : String(error);
}
