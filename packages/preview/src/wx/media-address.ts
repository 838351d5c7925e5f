import { deviceIfReady } from './device';

/**
 * Address which the browser can load for what a project may name as `src`: files of the phone
 * (wxfile:) and of the cloud (cloud:) become real ones, others stay.
 * Rejects when there is no such file.
 */
export async function resolveMedia(address: string): Promise<string> {
  if (/^(wxfile:|http:\/\/(tmp|usr|store)\/)/.test(address)) {
    const url = await deviceIfReady()?.files.urlOf(address);
    if (url === undefined) throw new Error(`no such file: ${address}`);
    return url;
  }
  if (address.startsWith('cloud:')) {
    const current = deviceIfReady();
    if (!current) throw new Error('no cloud');
    return current.net.cloudFileUrl(address);
  }
  return address;
}
