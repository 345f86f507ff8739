/** A file as a whole, or a sheet of it, cannot be read. `text` is Dutch and follows the name in the report. */
export class UnreadableFile extends Error {
  constructor(readonly text: string, readonly line?: number) {
    super(text);
  }
}
