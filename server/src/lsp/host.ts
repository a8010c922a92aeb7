/** What the server needs of the machine it runs on; a browser brings its own. */
export interface Host {
  /** The version of the product, for `serverInfo`. */
  readonly version: string;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Lets the event loop serve what is waiting. */
  turn(): Promise<void>;
  /**
   * The text of a file, or `null` when there is none or the host can't reach its URI scheme.
   *
   * @throws Error when the file is there and can't be read
   */
  readFile(uri: string): Promise<string | null>;
}
