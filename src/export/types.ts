/** What the product gives to the web server for GET /export/:token. Knows no framework and no figure. */

/**
 * `invalid`: no link of ours. `expired`: was one. `not-yours`: the person in it may not see
 * the figure (any more). `gone`: it cannot be made again to the digit, or has no rows.
 */
export type ExportProblem = 'expired' | 'invalid' | 'gone' | 'not-yours';

export interface ExportRefusal {
  readonly problem: ExportProblem;
  /** Dutch: what is the matter and what can be done. */
  readonly text: string;
}

export interface ExportedFile { readonly name: string; readonly type: string; readonly body: Buffer }

/** The file of a link, made anew as the person in the link. Rejects with AppError when the database is away. */
export type ExportFile = (token: string) => Promise<ExportedFile | ExportRefusal>;

export interface Exports {
  readonly file: ExportFile;
  /** Whose link it is, to count requests by; undefined for what is not a valid link of ours. */
  ownerOf(token: string): string | undefined;
}
