export {
  ENVIRONMENT_ID,
  type LocalCloud,
  type LocalCloudOptions,
  startLocalCloud,
} from './cloud';
export { CloudError } from './errors';
export { PlainError } from './platform/plain-error';
