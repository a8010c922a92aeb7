/**
 * Asks again and again until `probe` gives something truthy, and gives that.
 *
 * @param what what is waited for, for the message
 * @param timeout milliseconds
 * @throws after `timeout`, with what `last` says of the state then
 */
export async function until<T>(
  what: string,
  probe: () => T | PromiseLike<T>,
  { timeout = 15_000, last }: { timeout?: number; last?: () => string } = {},
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > deadline) {
      throw new Error(`Waited ${timeout / 1000} s for ${what}.${last === undefined ? "" : ` Then it was: ${last()}`}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
