import type { BuiltinNode, Host } from '../runtime/host';
import type { Device } from '../wx/device';
import { asText } from './properties';

export interface OpenTypeContext {
  readonly host: Host;
  readonly node: BuiltinNode;
  readonly device: Device;
}

/** What a tap on `<button open-type="…">` does. Anything else gets a notice. */
export const openTypeActions: Readonly<
  Record<string, ((context: OpenTypeContext) => void) | undefined>
> = {
  getPhoneNumber: (context) => void phoneNumber(context, 'getphonenumber', 'getPhoneNumber'),
  getRealtimePhoneNumber: (context) =>
    void phoneNumber(context, 'getrealtimephonenumber', 'getRealtimePhoneNumber'),
  chooseAvatar: (context) => void avatar(context),
  share: (context) => share(context),
  contact: (context) => void contact(context),
  openSetting: (context) => void openSetting(context),
  agreePrivacyAuthorization({ node, device }) {
    device.consent.agreePrivacy(node.id);
    node.trigger('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  },
  getUserInfo({ node }) {
    const userInfo = {
      nickName: '微信用户',
      avatarUrl: '',
      gender: 0,
      city: '',
      province: '',
      country: '',
      language: '',
    };
    node.trigger('getuserinfo', {
      errMsg: 'getUserInfo:ok',
      userInfo,
      rawData: JSON.stringify(userInfo),
      signature: '',
      encryptedData: '',
      iv: '',
    });
  },
};

async function phoneNumber({ node, device }: OpenTypeContext, event: string, api: string) {
  if (!(await device.consent.privacy(api))) {
    const errMsg = `${api}:fail privacy permission is not authorized`;
    node.trigger(event, { errMsg, errno: 104 });
    return;
  }
  if (!(await device.consent.phoneNumber())) {
    node.trigger(event, { errMsg: `${api}:fail user deny` });
    return;
  }
  // The number itself comes from the server, by this code, as on a phone.
  const code = `phone-${device.person.openid}-${Date.now()}`;
  node.trigger(event, { errMsg: `${api}:ok`, code, encryptedData: '', iv: '', cloudID: '' });
}

async function avatar({ node, device }: OpenTypeContext) {
  if (!(await device.consent.privacy('chooseAvatar'))) {
    const errMsg = 'chooseAvatar:fail privacy permission is not authorized';
    node.trigger('chooseavatar', { errMsg, errno: 104 });
    return;
  }
  const [picked] = await device.pickFiles({ accept: 'image/*', multiple: false, camera: false });
  if (picked) node.trigger('chooseavatar', { avatarUrl: device.files.keepTemporary(picked) });
}

function share({ host, node, device }: OpenTypeContext): void {
  const page = host.topPage();
  const handler = page?.caller['onShareAppMessage'];
  const target = { id: node.id, dataset: node.dataset };
  const given: unknown =
    typeof handler === 'function' ? handler.call(page?.caller, { from: 'button', target }) : {};
  const title = read(given, 'title') || host.boot.projectName;
  const path = read(given, 'path') || page?.route || '';
  device.phone.tray({ kind: '转发', text: title, page: path });
}

async function contact({ host, node, device }: OpenTypeContext) {
  const text = '在微信里，这里会打开客服会话。';
  await device.phone.ask({ title: '客服会话', text, confirm: '返回小程序' });
  host.showApp();
  node.trigger('contact', { errMsg: 'enterContact:ok', path: '', query: {} });
}

async function openSetting({ node, device }: OpenTypeContext) {
  const authSetting = await device.consent.openSetting();
  node.trigger('opensetting', { errMsg: 'openSetting:ok', authSetting });
}

function read(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return '';
  return asText(Reflect.get(value, name));
}
