export type { CriteriaDocument, Criterion, Scope } from './criterion';
export { CRITERIA_DOCUMENTS } from './documents';
export { isCriterionId } from './ids';
export { criteriaInForce, criterionById, documentsInForce } from './in-force';
export { type CriteriaQuery, searchCriteria } from './search';
export { suggestWording, WORDING_LENGTH } from './wording';
