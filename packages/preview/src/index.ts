/** Any native WeChat mini-program's own sources in an ordinary browser. */

export type { Code, Person } from './runtime/host';
export type { PeopleFile } from './server/people';
export { type Preview, type PreviewOptions, startPreview } from './server/server';
