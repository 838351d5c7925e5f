import { BUILTIN_TAGS } from '../build/tags';
import type { Host } from '../runtime/host';
import type { Phone } from '../shell/phone';
import { asynchronous, type Family } from './api';
import { audioFamily } from './audio';
import { canIUse } from './can-i-use';
import { cloudApi } from './cloud';
import { Consent } from './consent';
import { type Device, setDevice } from './device';
import { eventsFamily } from './events';
import { FileStore } from './file-store';
import { filesFamily } from './files';
import { KNOWN_APIS } from './known';
import { mediaFamily } from './media';
import { navigationFamily } from './navigation';
import { Net } from './net';
import { observersFamily } from './observers';
import { openFamily } from './open';
import { permissionFamily } from './permission';
import { pickFiles } from './pick-files';
import { requestFamily } from './request';
import { Storage, storageFamily } from './storage';
import { subscribeFamily } from './subscribe';
import { systemFamily } from './system';
import { uiFamily } from './ui';

/** Makes the `wx` object of the page. An API of WeChat that is lacking answers with a notice. */
export function createWx(host: Host, phone: Phone): Record<string, unknown> {
  const device = makeDevice(host, phone);
  setDevice(device);
  phone.connect(host);
  const report = (error: unknown) => host.reportError(error);
  const families: readonly Family[] = [
    navigationFamily(host),
    systemFamily(device),
    storageFamily(device.storage),
    filesFamily(device),
    requestFamily(device, report),
    uiFamily(device),
    mediaFamily(device),
    openFamily(device),
    permissionFamily(device),
    subscribeFamily(device),
    observersFamily(host),
    eventsFamily(device),
    audioFamily(device),
  ];
  const wx: Record<string, unknown> = { cloud: cloudApi(device, report) };
  for (const family of families) {
    for (const [name, work] of Object.entries(family.async ?? {})) {
      wx[name] = asynchronous(name, work, report);
    }
    Object.assign(wx, family.plain);
  }
  const apis = new Set([...Object.keys(wx), 'canIUse']);
  wx['canIUse'] = (query: unknown) => canIUse(String(query), apis, BUILTIN_TAGS);
  return new Proxy(wx, {
    get(target, name) {
      if (typeof name !== 'string' || name in target) return Reflect.get(target, name);
      return KNOWN_APIS.has(name) ? lacking(host, name) : undefined;
    },
  });
}

/** Merely looking at the function is no use of it: projects test for APIs that way. */
function lacking(host: Host, name: string) {
  return (options?: unknown): unknown => {
    const text = `wx.${name} 在预览中没有实现。`;
    host.notice({ kind: 'api', name: `wx.${name}`, text });
    const errMsg = `${name}:fail preview does not support this API`;
    if (name.endsWith('Sync')) throw new Error(errMsg);
    if (/^(on|off)[A-Z]/.test(name) || name.startsWith('create')) return undefined;
    const fail = asynchronous(
      name,
      () => Promise.reject({ errMsg }),
      () => undefined,
    );
    return fail(options);
  };
}

function makeDevice(host: Host, phone: Phone): Device {
  let tapping = false;
  const tapped = () => {
    tapping = true;
    setTimeout(() => {
      tapping = false;
    });
  };
  return {
    host,
    phone,
    person: phone.person,
    storage: new Storage(localStorage, phone.scope),
    files: new FileStore(localStorage, phone.scope),
    net: new Net(phone),
    consent: new Consent(localStorage, phone),
    inTap: () => tapping || host.inTap(),
    tapped,
    pickFiles,
  };
}
