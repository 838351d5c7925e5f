import { isHandlingRole } from '../vendor/core';
import type { Output } from './cloud';
import { call } from './cloud';
import { readStored, store } from './storage';

export type Post = Output<'member.sync'>['posts'][number];

export interface Session {
  /** Missing until the first answer: pages then show nothing that depends on it. */
  readonly posts?: readonly Post[];
  readonly unread: number;
  /** The post in whose name 办理 shows things; missing for those without one. */
  readonly chosen?: Post;
}

type Listener = (session: Session) => void;

const CHOSEN_KEY = 'session.post';
/** While a list tab is open. */
const EVERY_MS = 60_000;

let session: Session = { unread: 0 };
const listeners = new Set<Listener>();

/** Names a post on this phone. */
export const postKey = (post: Pick<Post, 'role' | 'unit'>): string =>
  `${post.role}:${post.unit.id}`;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Posts with a table of hazards; an employer, an editor or a custodian has none. */
export const handlingPosts = (posts: readonly Post[]): Post[] =>
  posts.filter(({ role }) => isHandlingRole(role));

const chosenOf = (posts: readonly Post[]): Post | undefined => {
  const kept = readStored(CHOSEN_KEY, isText);
  const [first, ...others] = handlingPosts(posts);
  return others.find((post) => postKey(post) === kept) ?? first;
};

const publish = (posts: readonly Post[], unread: number): void => {
  const chosen = chosenOf(posts);
  session = chosen === undefined ? { posts, unread } : { posts, unread, chosen };
  for (const listener of [...listeners]) listener(session);
};

export const currentSession = (): Session => session;

/** Calls back now and on every change; gives the way to stop. */
export const onSession = (listener: Listener): (() => void) => {
  listeners.add(listener);
  listener(session);
  return () => listeners.delete(listener);
};

/** Asks who I am and what waits: on show, after every act. A failure leaves what was known. */
export const syncSession = async (): Promise<Session> => {
  const answer = await call('member.sync', {});
  if (answer.ok) publish(answer.value.posts, answer.value.unread);
  return session;
};

/** Switches the post in 办理 and remembers it on this phone. */
export const choosePost = (key: string): void => {
  store(CHOSEN_KEY, key);
  if (session.posts !== undefined) publish(session.posts, session.unread);
};

/** Switches to a post in a unit, for a message that was sent to that post. */
export const choosePostOf = (unit: string): boolean => {
  const post = handlingPosts(session.posts ?? []).find((one) => one.unit.id === unit);
  if (post === undefined || post === session.chosen) return false;
  choosePost(postKey(post));
  return true;
};

/** Keeps the session fresh while a list tab is open; gives the way to stop. */
export const keepFresh = (after?: () => void): (() => void) => {
  const timer = setInterval(() => void syncSession().then(after), EVERY_MS);
  return () => clearInterval(timer);
};
