import type { Severity } from '../engine/rules/rule';
import type { Range } from './position';

/** What `check` has found, in the order in which it is printed. */
export interface Report {
  readonly findings: readonly Finding[];
  /** What kept it from checking everything that it was asked for. */
  readonly complaints: readonly Complaint[];
}

/** One problem; `--format json` prints it as it is. */
export interface Finding extends Range {
  /** The name of the file as it was given. */
  readonly file: string;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly fixes: readonly FindingFix[];
}

export interface FindingFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly FindingEdit[];
}

/** New text for a stretch of a file, which may be the other one of the pair. */
export interface FindingEdit extends Range {
  readonly file: string;
  readonly newText: string;
}

export interface Complaint {
  readonly file: string;
  /** A sentence that names the file. */
  readonly message: string;
}
