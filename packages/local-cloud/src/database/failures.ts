import { CloudError } from '../errors';

/** What the platform answers when the database refuses a request. */
export function requestFailed(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`);
}

/** The platform's answer to a second document with the same value in a unique index. */
export function duplicateKey(collection: string, index: string, key: string): CloudError {
  return requestFailed(
    'multiple write errors: [{write errors: [{E11000 duplicate key error collection: ' +
      `tnt-local.${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  );
}

export function collectionMissing(name: string): CloudError {
  return new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the ` +
      'problem cannot be solved, contact us.',
  );
}

export function collectionExists(name: string): CloudError {
  return new CloudError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[FailedOperation.CreateCollection] Table exist. ${name}`,
  );
}

export function transactionGone(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      'transaction must be commit or abort in 30 seconds. Please check your request, but if the ' +
      'problem persists, contact us.',
  );
}

export function transactionConflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated ' +
      'by others. Please check your request, but if the problem persists, contact us.',
  );
}

/** A request that is wrong in itself. */
export function invalidParam(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message);
}

/** Something that the platform has and this database has not. */
export function notOffered(what: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `${what} is not offered by the local cloud`);
}
