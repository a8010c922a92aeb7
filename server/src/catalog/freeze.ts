/**
 * Freezes a value and everything it holds, so that data shared by all documents can't be changed by accident.
 * @param value plain data without cycles
 * @returns the same value
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
