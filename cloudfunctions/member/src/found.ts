import { ok, refuse } from '@anshao/core';
import { equalText, normalizeCode } from '@anshao/core/codes';
import { orgContracts } from '@anshao/core/org';
import { method } from '@anshao/server';
import { countToday } from '@anshao/server/counters';
import { type UnitDocument, units } from '@anshao/server/documents';
import { bind } from '@anshao/server/membership';
import { unitView } from '@anshao/server/org';
import { personOf } from '@anshao/server/people';
import { ownFoundingCode } from '@anshao/server/secrets';
import { forgetWorld } from '@anshao/server/world';

/** There is one root, so it has one id: a second founding finds it taken. */
const ROOT = 'root';
const GUESSES_A_DAY = 10;

/** Founds the federation, once; its founder is the first to hold it. */
export const found = method(orgContracts.found, async ({ code, name, unionName }, call) => {
  const guesses = await countToday(call.openid, 'guesses', call.requestId, call.now);
  if (guesses > GUESSES_A_DAY) return refuse('TOO_MANY');
  if (!equalText(normalizeCode(code), ownFoundingCode())) return refuse('INVITE_INVALID');
  const root: UnitDocument = {
    _id: ROOT,
    kind: 'federation',
    name,
    unionName,
    parent: null,
    path: [],
    officers: 0,
    bound: [],
    founder: personOf(call.openid),
  };
  const there = (await units.insert(root)) ? root : await units.get(ROOT);
  // The same founder again: the first try may have died before the post was given.
  if (there === undefined || there.founder !== root.founder) return refuse('ALREADY_FOUNDED');
  const bound = await bind(call.openid, { role: 'federation', unit: ROOT, since: call.now });
  if (!bound.ok) throw new Error(`the founder cannot hold the federation: ${bound.error.code}`);
  forgetWorld();
  return ok({ unit: unitView(there) });
});
