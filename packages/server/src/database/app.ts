import cloudbase from '@cloudbase/node-sdk';

/** What we use of the SDK. Its own types do not compile under strict settings, so they end here. */
export interface Sdk {
  database(): SdkDatabase;
  callFunction(options: { name: string; data: unknown }): Promise<{ result?: unknown }>;
  callWxOpenApi(options: { apiName: string; requestData: unknown }): Promise<{ result?: unknown }>;
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
  getUploadMetadata(file: { cloudPath: string }): Promise<{ data: { fileId: string } }>;
  deleteFile(files: { fileList: string[] }): Promise<{ fileList: SdkFile[] }>;
  getTempFileURL(files: {
    fileList: Array<{ fileID: string; maxAge: number }>;
  }): Promise<{ fileList: SdkFile[] }>;
}

export interface SdkFile {
  readonly fileID: string;
  readonly code?: string;
  readonly tempFileURL?: string;
}

export interface SdkDatabase {
  readonly command: SdkCommand;
  collection(name: string): SdkCollection;
}

export interface SdkCommand {
  in(values: readonly unknown[]): SdkCondition;
  lt(value: unknown): SdkCondition;
  lte(value: unknown): SdkCondition;
  gt(value: unknown): SdkCondition;
  neq(value: unknown): SdkCondition;
  set(value: unknown): unknown;
  remove(): unknown;
  inc(by: number): unknown;
  push(values: readonly unknown[]): unknown;
  pull(condition: unknown): unknown;
}

export interface SdkCondition {
  and(other: unknown): SdkCondition;
}

export interface SdkCollection extends SdkQuery {
  doc(id: string): { set(data: object): Promise<unknown>; remove(): Promise<{ deleted: number }> };
  add(document: object): Promise<unknown>;
}

export interface SdkQuery {
  where(filter: object): SdkQuery;
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery;
  limit(count: number): SdkQuery;
  field(projection: Readonly<Record<string, boolean>>): SdkQuery;
  options(options: { multiple: boolean }): SdkQuery;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
  update(patch: object): Promise<{ updated: number }>;
  updateAndReturn(patch: object): Promise<{ updated: number; doc: unknown }>;
  remove(): Promise<{ deleted: number }>;
}

/** A request that has not been answered by then counts as lost; a function lives 20 s. */
const REQUEST_TIMEOUT_MS = 6000;

let app: Sdk | undefined;

/** The one client of this instance, for the environment it runs in. */
export const sdk = (): Sdk => {
  app ??= cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, timeout: REQUEST_TIMEOUT_MS });
  return app;
};
