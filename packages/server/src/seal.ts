import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/**
 * Sealing to a public key: whoever seals cannot open again. A fresh X25519 pair for each text,
 * HKDF-SHA256, AES-256-GCM. Layout: ephemeral public key (32) · nonce (12) · tag (16) · text.
 */
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** DER prefixes of bare X25519 keys (RFC 8410), before their 32 bytes. */
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

const publicKey = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });

const privateKey = (raw: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, raw]), format: 'der', type: 'pkcs8' });

const rawPublic = (key: KeyObject): Buffer =>
  key.export({ format: 'der', type: 'spki' }).subarray(SPKI.length);

const sharedKey = (own: KeyObject, other: KeyObject, ephemeral: Uint8Array): Buffer => {
  const secret = diffieHellman({ privateKey: own, publicKey: other });
  return Buffer.from(hkdfSync('sha256', secret, ephemeral, 'anshao seal 1', KEY_BYTES));
};

/** A new pair of raw 32-byte keys. */
export const sealPair = (): { readonly public: Buffer; readonly private: Buffer } => {
  const { publicKey: open, privateKey: closed } = generateKeyPairSync('x25519');
  return {
    public: rawPublic(open),
    private: closed.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length),
  };
};

/** Seals a text to a raw public key, base64. */
export const seal = (text: string, to: Uint8Array): string => {
  const pair = generateKeyPairSync('x25519');
  const ephemeral = rawPublic(pair.publicKey);
  return Buffer.concat([
    ephemeral,
    encrypt(sharedKey(pair.privateKey, publicKey(to), ephemeral), text),
  ]).toString('base64');
};

/** Opens what was sealed to the pair of this raw private key. @throws Error if it was not */
export const unseal = (sealed: string, key: Uint8Array): string => {
  const bytes = Buffer.from(sealed, 'base64');
  const ephemeral = bytes.subarray(0, KEY_BYTES);
  const shared = sharedKey(privateKey(key), publicKey(ephemeral), ephemeral);
  return decrypt(shared, bytes.subarray(KEY_BYTES));
};

/** AES-256-GCM: nonce · tag · text. */
export const encrypt = (key: Uint8Array, text: string): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
};

/** @throws Error for another key or changed bytes */
export const decrypt = (key: Uint8Array, bytes: Uint8Array): string => {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(tag);
  const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
};
