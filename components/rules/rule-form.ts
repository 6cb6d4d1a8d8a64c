import type { DraftField, RuleDraft } from './rule-draft';

/** What every part of the editor works with. */
export interface RuleForm {
  readonly draft: RuleDraft;
  readonly change: (part: Partial<RuleDraft>) => void;
  /** Why a field cannot stay as it is, in words; undefined: it can. */
  readonly problem: (field: DraftField) => string | undefined;
}

/** Fields that hold text. */
export type TextFieldName = {
  [F in DraftField]: RuleDraft[F] extends string ? (string extends RuleDraft[F] ? F : never) : never;
}[DraftField];
