import type { Person } from '../runtime/host';
import type { PhonePerson } from './phone';
import type { NewPerson, Settings } from './settings';

/** Everybody who can hold the phone: the demonstration's people, then the added ones. */
export function everybody(people: readonly Person[], settings: Settings): readonly Person[] {
  return [...people, ...settings.added];
}

/** Who holds the phone now. An unknown openid is somebody too: a link may name anybody. */
export function holder(people: readonly Person[], settings: Settings): PhonePerson {
  const all = everybody(people, settings);
  const found = all.find(({ openid }) => openid === settings.who);
  if (found) return { openid: found.openid, name: found.name };
  if (settings.who !== '') return { openid: settings.who, name: settings.who };
  const [first] = all;
  return first
    ? { openid: first.openid, name: first.name }
    : { openid: 'o-local-visitor-0000000000', name: '访客' };
}

/** Somebody nobody knows yet. `random` gives numbers from 0 to below 1. */
export function newPerson(settings: Settings, random: () => number): NewPerson {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';
  const tail = Array.from({ length: 20 }, () => letters[Math.floor(random() * letters.length)]);
  return { openid: `o-new-${tail.join('')}`, name: `新的人 ${settings.added.length + 1}` };
}
