import type { Host } from '../runtime/host';
import type { Phone, PhonePerson } from '../shell/phone';
import type { Consent } from './consent';
import type { FileStore } from './file-store';
import type { Net } from './net';
import type { Storage } from './storage';

export interface PickOptions {
  readonly accept: string;
  readonly multiple: boolean;
  readonly camera: boolean;
}

/** What the families of `wx` share: the phone with its person, files, network and consents. */
export interface Device {
  readonly host: Host;
  readonly phone: Phone;
  readonly person: PhonePerson;
  readonly storage: Storage;
  readonly files: FileStore;
  readonly net: Net;
  readonly consent: Consent;
  /** Whether the user is tapping right now, in the page or on a dialog of ours. */
  inTap(): boolean;
  /** One of our dialogs was tapped: what follows from it, until the next task, is in a tap. */
  tapped(): void;
  /** The browser's file chooser; an empty list when it was cancelled. */
  pickFiles(options: PickOptions): Promise<File[]>;
}

let current: Device | undefined;

/** The one device of the page. Throws before createWx. */
export function device(): Device {
  if (!current) throw new Error('The device is not there yet: createWx comes first.');
  return current;
}

export function deviceIfReady(): Device | undefined {
  return current;
}

export function setDevice(made: Device): void {
  current = made;
}
