/** What commander says of wrong use, by the first words of its message. */
const TRANSLATIONS: readonly (readonly [pattern: RegExp, chinese: string])[] = [
  [/^error: unknown option /, "没有这个选项"],
  [/^error: unknown command /, "没有这个命令"],
  [/^error: missing required argument /, "缺少参数"],
  [/^error: too many arguments/, "参数太多"],
  [/^error: option .* argument missing/, "选项缺少值"],
  [/^error: option .* is invalid/, "选项的值不对"],
];

/** Puts the Chinese words before an error message of commander's; a message we have no words for stays as it is. */
export function translateUsageError(message: string): string {
  const chinese = TRANSLATIONS.find(([pattern]) => pattern.test(message))?.[1];
  return chinese === undefined ? message : `用法错误：${chinese}。${message}`;
}
