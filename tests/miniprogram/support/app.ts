import { jest } from '@jest/globals';
import type { FakePhone } from './phone';

/** Our services with fresh memory, as after the app was killed; the phone keeps what it kept. */
export const startApp = async (phone: FakePhone) => {
  jest.resetModules();
  phone.install();
  const services = {
    cloud: await import('../../../miniprogram/services/cloud'),
    clock: await import('../../../miniprogram/services/clock'),
    drafts: await import('../../../miniprogram/services/drafts'),
    network: await import('../../../miniprogram/services/network'),
    outbox: await import('../../../miniprogram/services/outbox'),
    places: await import('../../../miniprogram/services/places'),
    receipts: await import('../../../miniprogram/services/receipts'),
    reminders: await import('../../../miniprogram/services/reminders'),
    session: await import('../../../miniprogram/services/session'),
    uploads: await import('../../../miniprogram/services/uploads'),
  };
  services.outbox.sweepSent();
  services.network.watchNetwork();
  services.outbox.startOutbox();
  return services;
};

export type App = Awaited<ReturnType<typeof startApp>>;
