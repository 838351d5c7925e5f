import type { Session } from '../services/session';

export interface Tab {
  readonly path: string;
  readonly text: string;
  /** Outline while idle, filled where one is. */
  readonly idle: { readonly icon: string };
  readonly now: { readonly icon: string };
}

export interface ShownTab {
  readonly path: string;
  readonly text: string;
  readonly icon: string;
  readonly on: boolean;
  /** Empty: nothing waits. */
  readonly badge: string;
  readonly label: string;
}

const HOME: Tab = {
  path: 'pages/home/home',
  text: '首页',
  idle: { icon: 'home' },
  now: { icon: 'home-filled' },
};
const WORK: Tab = {
  path: 'pages/work/work',
  text: '办理',
  idle: { icon: 'task' },
  now: { icon: 'task-filled' },
};
const MESSAGES: Tab = {
  path: 'pages/messages/messages',
  text: '消息',
  idle: { icon: 'notification' },
  now: { icon: 'notification-filled' },
};
const ME: Tab = {
  path: 'pages/me/me',
  text: '我的',
  idle: { icon: 'user' },
  now: { icon: 'user-filled' },
};

const countOf = (tab: Tab, session: Session): number => {
  if (tab === WORK) return session.chosen?.duties ?? 0;
  return tab === MESSAGES ? session.unread : 0;
};

/** The tabs somebody has: 办理 only with a post, nothing whose content does not exist. */
export const shownTabs = (session: Session, selected: string): ShownTab[] => {
  const tabs = session.chosen === undefined ? [HOME, MESSAGES, ME] : [HOME, WORK, MESSAGES, ME];
  return tabs.map((tab) => {
    const count = countOf(tab, session);
    const badge = count === 0 ? '' : count > 99 ? '99+' : `${count}`;
    const on = tab.path === selected;
    return {
      path: tab.path,
      text: tab.text,
      icon: on ? tab.now.icon : tab.idle.icon,
      on,
      badge,
      label: badge === '' ? tab.text : `${tab.text}，${badge} 条`,
    };
  });
};
