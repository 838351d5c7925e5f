import type { StorageRule } from '../platform/environment';

const FUNCTIONS_ONLY: StorageRule = { read: 'functions', write: 'functions' };

/** The rule of a path: that of the longest prefix; functions only where none is given. */
export function ruleFor(rules: ReadonlyMap<string, StorageRule>, path: string): StorageRule {
  let found: [string, StorageRule] | undefined;
  for (const [prefix, rule] of rules) {
    if (path.startsWith(prefix) && prefix.length > (found?.[0].length ?? 0)) found = [prefix, rule];
  }
  return found?.[1] ?? FUNCTIONS_ONLY;
}

/**
 * Whether a phone may read a file.
 * @param openid who asks; undefined for nobody in particular
 * @param creator who wrote the file
 */
export function mayRead(rule: StorageRule, openid: string | undefined, creator: string): boolean {
  switch (rule.read) {
    case 'all':
      return true;
    case 'creator':
      return openid !== undefined && openid === creator;
    case 'functions':
    case 'none':
      return false;
  }
}

/**
 * Whether a phone may write or delete a file.
 * @param creator who wrote the file that is there already; undefined when there is none
 */
export function mayWrite(
  rule: StorageRule,
  openid: string | undefined,
  creator: string | undefined,
): boolean {
  if (openid === undefined) return false;
  switch (rule.write) {
    case 'all':
      return true;
    case 'creator':
      return creator === undefined || creator === openid;
    case 'functions':
    case 'none':
      return false;
  }
}
